import type { Page, User } from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";

/**
 * What a list reply tells about its zone. Keycard rolls filtering out zone by zone; a zone that does not have it
 * accepts every parameter and ignores it (Keycard API notes, section 3, "The trap").
 */
export type Contract =
  /** Nothing speaks against the zone having filtered. */
  | "filters"
  /**
   * The zone does not count, but everybody in the reply was asked for: it may have applied this one filter, or hold
   * nobody else. Good for who is there, no proof about anybody else.
   */
  | "unclear"
  /** The list ignored its parameters and is the whole directory: fewer than 100 users. */
  | "whole-directory"
  /** The list ignored its parameters and was cut at 100 users: who is missing may still exist. */
  | "first-100";

/**
 * Judges a reply.
 *
 * @param isLetThrough whether the filter that was sent lets a user through
 */
export function judge(page: Page<User>, isLetThrough: (user: User) => boolean): Contract {
  if (page.items.some((user) => !isLetThrough(user)))
    return page.items.length < LIST_PAGE_MAX ? "whole-directory" : "first-100";
  return page.items.length > 0 && page.totalCount === 0 ? "unclear" : "filters";
}
