import type { QueryPair } from "./address.ts";

/**
 * How much a request for users asks for in addition to the users themselves, newest first. An older, strict deployment
 * answers 400 to parameters that it doesn't know. Keycard API notes, section 3, "Three generations".
 */
export const ASKS = ["today", "documented", "counted", "plain"] as const;

export type Ask = (typeof ASKS)[number];

/** The two requests that return users: one user, or a page of the list. */
export type UserCall = "retrieve" | "list";

const expand = (...names: string[]): QueryPair[] =>
  names.map((name): QueryPair => ["expand[]", name]);

/** Without `total_count`, a zone that ignores its parameters can't be recognized (API notes, section 3, "The trap"). */
export const TOTAL_COUNT: readonly QueryPair[] = expand("total_count");

const DOCUMENTED = [
  ...TOTAL_COUNT,
  ...expand("role-assignments", "session_count", "grant_count"),
] as const;

/** Without it, the current generation of the API reports only direct grants. */
const ALL_ROLES: QueryPair = ["role_source", "all"];

/** `undefined`: the same as the next older level. */
const PAIRS: Record<UserCall, Record<Ask, readonly QueryPair[] | undefined>> = {
  list: {
    today: [...DOCUMENTED, ...expand("groups", "credentials", "credentials.provider"), ALL_ROLES],
    documented: DOCUMENTED,
    counted: TOTAL_COUNT,
    plain: [],
  },
  retrieve: {
    today: [...expand("role-assignments", "groups"), ALL_ROLES],
    documented: expand("role-assignments"),
    counted: undefined,
    plain: [],
  },
};

/** The query parameters for a level. */
export function askPairs(call: UserCall, ask: Ask): readonly QueryPair[] {
  return PAIRS[call][ask] ?? [];
}

/**
 * The levels from the newest down, without those that would send the same request again.
 *
 * @param from the newest level of interest
 */
export function stepsDown(call: UserCall, from: Ask = ASKS[0]): Ask[] {
  return ASKS.slice(ASKS.indexOf(from)).filter((ask) => PAIRS[call][ask] !== undefined);
}

/** Whether roles are requested at this level: a strict deployment may support only a lower one. */
export function asksForRoles(call: UserCall, ask: Ask): boolean {
  return askPairs(call, ask).some(([, value]) => value === "role-assignments");
}
