import type { QueryPair } from "./address.ts";

/**
 * What a request for users asks to be told beside the users themselves, newest first: a deployment that is older and
 * strict answers 400 to what it does not know. Keycard API notes, section 3, "Three generations".
 */
export const ASKS = ["today", "documented", "counted", "plain"] as const;

export type Ask = (typeof ASKS)[number];

/** The two requests that bring users: one user, or a page of the list. */
export type UserCall = "retrieve" | "list";

const expand = (...names: string[]): QueryPair[] =>
  names.map((name): QueryPair => ["expand[]", name]);

/** Without `total_count` a zone that ignores its parameters cannot be told (API notes, section 3, "The trap"). */
export const TOTAL_COUNT: readonly QueryPair[] = expand("total_count");

const DOCUMENTED = [
  ...TOTAL_COUNT,
  ...expand("role-assignments", "session_count", "grant_count"),
] as const;

/** Without it, today's generation reports direct grants only. */
const ALL_ROLES: QueryPair = ["role_source", "all"];

/** `undefined`: the same as the next older one. */
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

/** The parameters by which something is asked for. */
export function askPairs(call: UserCall, ask: Ask): readonly QueryPair[] {
  return PAIRS[call][ask] ?? [];
}

/**
 * The steps down from the newest, without those that would send the same once more.
 *
 * @param from the newest of interest
 */
export function stepsDown(call: UserCall, from: Ask = ASKS[0]): Ask[] {
  return ASKS.slice(ASKS.indexOf(from)).filter((ask) => PAIRS[call][ask] !== undefined);
}

/** Whether roles are among what is asked for: a strict deployment may take no more than less. */
export function asksForRoles(call: UserCall, ask: Ask): boolean {
  return askPairs(call, ask).some(([, value]) => value === "role-assignments");
}
