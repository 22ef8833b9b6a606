import type { Page, User } from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";

/**
 * What a list reply shows about its zone. Keycard rolls out filtering zone by zone; a zone without it accepts every
 * parameter and ignores it (Keycard API notes, section 3, "The trap"). A single reply is never taken for the whole
 * directory: `readWhole` has it confirmed by a second one.
 */
export type Contract =
  /** Everyone in the reply was asked for, and the zone counts or pages: it applies its parameters. */
  | "filters"
  /**
   * Everyone in the reply was asked for, but nothing shows that the zone has applied the filter: it may contain no one
   * else. Valid for those in the reply, but proves nothing about the zone.
   */
  | "unclear"
  /**
   * The same, and the page is full while nothing says that the list ends there: in a zone that filters, these may be
   * all; in one that ignores its parameters, they are the first 100. Proves nothing about anyone else.
   */
  | "cut"
  /** Every sign of a list that ignores its parameters, and room for more users: it may be the whole directory. */
  | "ignores"
  /** The same, and what was known about the zone confirms that it is the whole directory. */
  | "whole-directory"
  /** The same, truncated at 100 users: anyone who is missing may still exist. */
  | "first-100"
  /** The zone applies its parameters, but is too old for this filter, and has ignored it: the reply is everyone. */
  | "unknown-filter"
  /** The reply can't be right, or can't be parsed: it proves nothing about anyone who is missing. */
  | "contradicts";

/** Describes a single reply, not the zone's list. */
const OF_ONE_REPLY = ["unclear", "cut", "unknown-filter", "contradicts"] as const;

/** Shows how a zone's list behaves. */
export type Learnable = Exclude<Contract, (typeof OF_ONE_REPLY)[number]>;

export function isLearnable(contract: Contract): contract is Learnable {
  return !OF_ONE_REPLY.some((one) => one === contract);
}

/**
 * Judges a reply. A list that ignores its parameters contains someone who wasn't asked for, has no further page, and
 * counts 0 users. A zone that counts or pages, or has been seen to filter recently, is never judged so, whoever its
 * reply contains. A user who can't be parsed says nothing about the zone; callers must not take such a reply for
 * complete.
 *
 * @param mayReturn whether the filter that was sent may return a user
 * @param hasFiltered whether the zone has been seen to filter recently
 */
export function judge(
  page: Page<User>,
  mayReturn: (user: User) => boolean,
  hasFiltered: boolean,
): Exclude<Contract, "whole-directory" | "unknown-filter"> {
  const { items, totalCount } = page;
  const isFull = items.length + page.unread >= LIST_PAGE_MAX;
  if (items.every(mayReturn)) {
    if (items.length === 0) return "unclear";
    if (pages(page) || (totalCount ?? 0) > 0) return "filters";
    if (!isFull) return "unclear";
    if (totalCount === undefined) return hasFiltered ? "unclear" : "cut";
    return hasFiltered ? "contradicts" : "first-100";
  }
  if (hasFiltered || pages(page) || totalCount !== 0) return "contradicts";
  return isFull ? "first-100" : "ignores";
}

function pages({ after, before }: Page<User>): boolean {
  return (after ?? before) !== undefined;
}

/**
 * Whether a page of the unfiltered list seems to contain everyone in the zone: there is no page before or after it, all
 * of it can be parsed, there was room for more, and the zone counts exactly these, or 0 as a zone does that ignores its
 * parameters.
 */
export function seemsWhole(page: Page<User>): boolean {
  const { items, totalCount, unread } = page;
  const isCounted = totalCount === 0 || totalCount === items.length;
  return (
    !pages(page) && unread === 0 && items.length > 0 && items.length < LIST_PAGE_MAX && isCounted
  );
}

/** Whether a reply contains everyone from an earlier one. */
export function containsAll(items: readonly User[], shown: readonly User[]): boolean {
  const ids = new Set<string>(items.map(({ id }) => id));
  return shown.every(({ id }) => ids.has(id));
}
