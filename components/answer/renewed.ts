import type { Answer, Failure, InZone } from "../../lib/directory/answer.ts";
import { isStale } from "../../lib/directory/is-stale.ts";

/** The answer that is shown. `notRefreshed`: why there is no newer one. */
export interface Standing {
  answer: InZone<Answer>;
  notRefreshed?: Failure;
}

/** What to show once an answer arrives: for a known user, a stale answer says more than a failure. */
export function renewed(before: InZone<Answer> | undefined, come: InZone<Answer>): Standing {
  const stays = before !== undefined && isStale(before) && come.state === "failed";
  return stays ? { answer: before, notRefreshed: come.failure } : { answer: come };
}
