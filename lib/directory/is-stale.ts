import type { Answer } from "./answer.ts";

/** Whether an answer is old enough to be refreshed in the background. */
export function isStale(answer: Answer): boolean {
  return answer.state === "found" && answer.stale === true;
}
