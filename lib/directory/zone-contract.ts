import type { Page, User } from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";

/**
 * What a list reply tells about its zone. Keycard rolls filtering out zone by zone; a zone that does not have it
 * accepts every parameter and ignores it (Keycard API notes, section 3, "The trap"). One reply is never taken for the
 * whole directory: `readWhole` has that confirmed by a second one.
 */
export type Contract =
  /** Everybody in the reply was asked for, and the zone counts or pages: it reads what it is asked. */
  | "filters"
  /**
   * Everybody in the reply was asked for, but nothing shows that the zone has read the filter: it may hold nobody else.
   * Good for who is there, no proof about the zone.
   */
  | "unclear"
  /**
   * The same, and the page is full while nothing says that the list ends there: of a zone that filters these may be all,
   * of one that ignores its parameters the first 100. No proof about anybody else.
   */
  | "cut"
  /** All that marks a list that ignores its parameters, and room for more users: it may be the whole directory. */
  | "ignores"
  /** The same, and what was known of the zone confirms that it is the whole directory. */
  | "whole-directory"
  /** The same, cut at 100 users: who is missing may still exist. */
  | "first-100"
  /** The zone reads what it is asked, but is too old for this filter, and has ignored that: the reply is everybody. */
  | "unknown-filter"
  /** The reply cannot be right, or not be read: it proves nothing about anybody whom it lacks. */
  | "contradicts";

/** What one reply was, and not how the zone's list is. */
const OF_ONE_REPLY = ["unclear", "cut", "unknown-filter", "contradicts"] as const;

/** What shows how a zone's list is. */
export type Learnable = Exclude<Contract, (typeof OF_ONE_REPLY)[number]>;

export function isLearnable(contract: Contract): contract is Learnable {
  return !OF_ONE_REPLY.some((one) => one === contract);
}

/**
 * Judges a reply. A list that ignores its parameters holds somebody who was not asked for, does not page, and counts 0
 * users; a zone that counts or pages, or was seen to filter lately, is none of these, whomever a reply of it holds.
 * Somebody in it who cannot be read says nothing of the zone; whoever reads the reply must not take it for all.
 *
 * @param mayBring whether the filter that was sent may bring a user
 * @param hasFiltered the zone was seen to filter lately
 */
export function judge(
  page: Page<User>,
  mayBring: (user: User) => boolean,
  hasFiltered: boolean,
): Exclude<Contract, "whole-directory" | "unknown-filter"> {
  const { items, totalCount } = page;
  const isFull = items.length + page.unread >= LIST_PAGE_MAX;
  if (items.every(mayBring)) {
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
 * Whether a page of the unfiltered list seems to be everybody of the zone: nothing goes on before or behind it, all of it
 * can be read, there was room for more, and the zone counts exactly these, or, as one does that ignores its parameters, 0.
 */
export function seemsWhole(page: Page<User>): boolean {
  const { items, totalCount, unread } = page;
  const isCounted = totalCount === 0 || totalCount === items.length;
  return (
    !pages(page) && unread === 0 && items.length > 0 && items.length < LIST_PAGE_MAX && isCounted
  );
}

/** Whether a reply holds all of those whom an earlier one has shown. */
export function lacksNobody(items: readonly User[], shown: readonly User[]): boolean {
  const ids = new Set<string>(items.map(({ id }) => id));
  return shown.every(({ id }) => ids.has(id));
}
