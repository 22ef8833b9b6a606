import type { Ask, ListUsersParams } from "../keycard/index.ts";
import type { Doubt } from "./answer.ts";
import { type AskParts, type Listed, list } from "./asking.ts";
import { mayReturn } from "./may-return.ts";
import { readWhole } from "./read-whole.ts";
import type { AskOptions, CallResult } from "./traffic/traffic.ts";

/** Returns what a list contains; or everyone in the zone, if the list has returned them and that is confirmed. */
export async function listOrWhole(
  parts: AskParts,
  paramsFor: (ask: Ask) => ListUsersParams,
  options: AskOptions,
  pages?: number,
): Promise<CallResult<Listed>> {
  const reply = await list(parts, paramsFor, options, pages);
  if (!reply.ok || reply.value.contract !== "ignores") return reply;
  const whole = await readWhole(parts, reply.value.page, options);
  if (!whole.ok) {
    const { users, params } = reply.value;
    // Whoever was in the first reply exists in any case.
    const isMet = users.some((user) => mayReturn(params, user));
    return isMet ? { ok: true, value: { ...reply.value, contract: "contradicts" } } : whole;
  }
  const { value } = whole;
  const judged =
    value.state === "whole"
      ? ({ users: value.users, contract: "whole-directory" } as const)
      : { contract: value.contract };
  return { ok: true, value: { ...reply.value, ...judged } };
}

/** Why a list may lack people who were asked for. */
export function doubtOf({
  contract,
  after,
}: Pick<Listed, "contract" | "after">): Doubt | undefined {
  if (contract === "first-100" || contract === "cut") return "first-100-only";
  if (contract === "contradicts") return "contradictory";
  return after === undefined ? undefined : "too-many-matches";
}
