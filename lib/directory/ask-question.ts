import type { Ask, ListUsersParams, User } from "../keycard/index.ts";
import type { Doubt } from "./answer.ts";
import type { AskParts } from "./asking.ts";
import { filterOf } from "./filter-of.ts";
import { doubtOf, listOrWhole } from "./list-or-whole.ts";
import { confirmedWhole } from "./read-whole.ts";
import type { AskOptions, CallError } from "./traffic/traffic.ts";
import { seemsWhole } from "./zone-contract.ts";

/** The outcome of a question. */
export type Outcome =
  /** Everyone in the zone: anyone else is absent. */
  | { state: "everybody"; users: User[] }
  /**
   * `doubt`: why there may be others too; without it there are none. `asked`: the filter, as returned by `filterOf`.
   */
  | ({ state: "some"; users: User[]; doubt: Doubt | undefined; asked: string } & Counted)
  | { state: "failed"; error: CallError };

/** The cursor to the rest, and how many users the zone counts in all, if it does. */
interface Counted {
  after?: string | undefined;
  total?: number | undefined;
}

/**
 * Requests the list. If the zone is too old for the filter, the reply is the beginning of its full list, which in a
 * small zone is all of it.
 *
 * @param paramsFor returns the parameters for a zone with the given level of support
 * @param pages maximum number of pages to read; `after` continues from there
 */
export async function askQuestion(
  parts: AskParts,
  paramsFor: (ask: Ask) => ListUsersParams,
  options: AskOptions,
  pages?: number,
): Promise<Outcome> {
  const reply = await listOrWhole(parts, paramsFor, options, pages);
  if (!reply.ok) return { state: "failed", error: reply.error };
  const { users, contract, page, params, after, total } = reply.value;
  if (contract === "whole-directory") return { state: "everybody", users };
  const asked = contract === "unknown-filter" ? "" : filterOf(params);
  if (asked !== "") {
    const doubt = doubtOf(reply.value);
    return { state: "some", users, doubt, asked, total, after };
  }
  const whole = seemsWhole(page) ? await confirmedWhole(parts, page, options) : undefined;
  if (whole) return { state: "everybody", users: whole };
  const doubt = contract === "first-100" ? "first-100-only" : "not-askable";
  return { state: "some", users, doubt, asked };
}
