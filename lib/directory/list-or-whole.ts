import type { Ask, ListUsersParams } from "../keycard/index.ts";
import type { Doubt } from "./answer.ts";
import { type AskParts, type Listed, list } from "./asking.ts";
import { mayBring } from "./may-bring.ts";
import { readWhole } from "./read-whole.ts";
import type { AskOptions, CallResult } from "./traffic/traffic.ts";

/** What a list shows; or everybody of the zone, where it has shown them and that is confirmed. */
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
    // Whom the first reply has shown is there all the same.
    const isMet = users.some((user) => mayBring(params, user));
    return isMet ? { ok: true, value: { ...reply.value, contract: "contradicts" } } : whole;
  }
  const { value } = whole;
  const judged =
    value.state === "whole"
      ? ({ users: value.users, contract: "whole-directory" } as const)
      : { contract: value.contract };
  return { ok: true, value: { ...reply.value, ...judged } };
}

/** Why a list does not show everybody who was asked for. */
export function doubtOf({
  contract,
  after,
}: Pick<Listed, "contract" | "after">): Doubt | undefined {
  if (contract === "first-100" || contract === "cut") return "first-100-only";
  if (contract === "contradicts") return "contradictory";
  return after === undefined ? undefined : "too-many-matches";
}
