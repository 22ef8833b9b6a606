import type { Ask, ListUsersParams, User } from "../keycard/index.ts";
import type { Doubt } from "./answer.ts";
import type { AskParts } from "./asking.ts";
import { filterOf } from "./filter-of.ts";
import { doubtOf, listOrWhole } from "./list-or-whole.ts";
import { confirmedWhole } from "./read-whole.ts";
import type { AskOptions, CallError } from "./traffic/traffic.ts";
import { seemsWhole } from "./zone-contract.ts";

/** What came of a question. */
export type Outcome =
  /** Everybody of the zone: whoever is not there is absent. */
  | { state: "everybody"; users: User[] }
  /** `doubt`: why others may be there too; without it there are none. `asked`: the filter, as by `filterOf`. */
  | ({ state: "some"; users: User[]; doubt: Doubt | undefined; asked: string } & Counted)
  | { state: "failed"; error: CallError };

/** Where it goes on, and how many the zone counts in all, where it does. */
interface Counted {
  after?: string;
  total?: number | undefined;
}

/**
 * Asks the list. Where the zone is too old for the filter, the reply is the beginning of everybody, which is all of them
 * in a small zone.
 *
 * @param paramsFor what is asked of a zone that understands so much
 * @param pages how many pages are followed at most; `after` goes on behind them
 */
export async function putQuestion(
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
    return { state: "some", users, doubt, asked, total, ...(after !== undefined && { after }) };
  }
  const whole = seemsWhole(page) ? await confirmedWhole(parts, page, options) : undefined;
  if (whole) return { state: "everybody", users: whole };
  const doubt = contract === "first-100" ? "first-100-only" : "not-askable";
  return { state: "some", users, doubt, asked };
}
