import type { ListUsersParams } from "../keycard/index.ts";
import type { Doubt } from "./answer.ts";
import { type AskParts, type Listed, list } from "./asking.ts";
import { readWhole } from "./read-whole.ts";
import type { AskOptions, CallResult } from "./traffic/traffic.ts";

/** What a list shows; or everybody of the zone, where it has shown them and that is confirmed. */
export async function listOrWhole(
  parts: AskParts,
  params: ListUsersParams,
  options: AskOptions,
  pages?: number,
): Promise<CallResult<Listed>> {
  const reply = await list(parts, params, options, pages);
  if (!reply.ok || reply.value.contract !== "ignores") return reply;
  const { users } = reply.value;
  const whole = await readWhole(parts, { items: users, totalCount: 0 }, options);
  if (!whole.ok) return whole;
  const { value } = whole;
  return value.state === "whole"
    ? { ok: true, value: { users: value.users, contract: "whole-directory", after: undefined } }
    : { ok: true, value: { users, contract: value.contract, after: undefined } };
}

/** Why a list does not show everybody who was asked for. */
export function doubtOf({ contract, after }: Listed): Doubt | undefined {
  if (contract === "first-100") return "first-100-only";
  if (contract === "contradicts") return "contradictory";
  return after === undefined ? undefined : "too-many-matches";
}
