import type { Query } from "../query.ts";
import type { Answer } from "./answer.ts";

/** The answer to a query, in doubt where its address may be cut: somebody else may be meant by it, whoever has it. */
export function inDoubtIfCut({ cut }: Query, answer: Answer): Answer {
  if (!cut) return answer;
  const doubt = "may-be-cut";
  if (answer.state === "absent") return { state: "inconclusive", doubt, asOf: answer.asOf };
  return answer.state === "found" ? { doubt, ...answer } : answer;
}
