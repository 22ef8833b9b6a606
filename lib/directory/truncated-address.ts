import type { Query } from "../query.ts";
import type { Answer } from "./answer.ts";

/**
 * Makes the answer uncertain if the address of its query may be truncated: it may refer to someone else than whoever
 * has it.
 */
export function uncertainIfTruncated({ cut }: Query, answer: Answer): Answer {
  if (!cut) return answer;
  const doubt = "may-be-cut";
  if (answer.state === "absent") return { state: "inconclusive", doubt, asOf: answer.asOf };
  return answer.state === "found" ? { doubt, ...answer } : answer;
}
