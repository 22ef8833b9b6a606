import type { User } from "../keycard/index.ts";
import type { Doubt, SearchAnswer, Searched } from "./answer.ts";
import { newestFirst } from "./match.ts";

/** The fields that are searched in a whole directory, which is searched locally. */
export const ALL_SEARCHED: readonly Searched[] = ["email", "subject", "identifier", "id"];

/** What a search knows in addition to the users. */
interface Beside {
  /** ms since the epoch */
  asOf: number;
  doubt: Doubt | undefined;
  after?: string | undefined;
  /** How many users the zone counts. */
  total?: number | undefined;
  searched: readonly Searched[];
  /** A lower rank comes first. Users with the same rank are sorted by newest sign-in. */
  rank?: (user: User) => number;
}

/** Builds the answer from these users. If the list continues, no one is known to be absent. */
export function searchAnswer(
  users: readonly User[],
  { asOf, doubt, after, total, searched, rank = () => 0 }: Beside,
): Exclude<SearchAnswer, { state: "failed" }> {
  const [first, ...others] = newestFirst(users).sort((a, b) => rank(a) - rank(b));
  if (first)
    return {
      state: "found",
      users: [first, ...others],
      asOf,
      searched,
      ...(after !== undefined && { after }),
      ...(total !== undefined && { total }),
      ...(doubt && { doubt }),
    };
  const open = doubt ?? (after === undefined ? undefined : ("too-many-matches" as const));
  return open
    ? { state: "inconclusive", doubt: open, asOf, searched }
    : { state: "absent", asOf, searched };
}
