import type { User } from "../keycard/index.ts";
import type { Doubt, SearchAnswer, Searched } from "./answer.ts";
import { newestFirst } from "./match.ts";

/** What a whole directory, read here, is searched by. */
export const ALL_SEARCHED: readonly Searched[] = ["email", "subject", "identifier", "id"];

/** What is known beside the users that a search has come to. */
interface Beside {
  /** ms since the epoch */
  asOf: number;
  doubt: Doubt | undefined;
  after?: string | undefined;
  /** How many the zone counts. */
  total?: number | undefined;
  searched: readonly Searched[];
  /** Less: further in front. Of the same rank the newest sign-in is first. */
  rank?: (user: User) => number;
}

/** The answer with these users; a list that goes on has not come to its end, so nobody is absent. */
export function searchAnswer(
  users: readonly User[],
  { asOf, doubt, after, total, searched, rank = () => 0 }: Beside,
): SearchAnswer {
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
