import type { Outcome } from "./put-question.ts";

/** What came of a question about some values. */
export interface Part {
  values: readonly string[];
  outcome: Outcome;
}

/**
 * Puts a question about several values, and where one of them may have spoiled it for all, in halves, down to that one:
 * a value that the API refuses, or one that very many users contain. Where both halves fare alike it is not about one
 * value, and they are not divided further: that bounds the requests.
 */
export async function askApart(
  values: readonly string[],
  put: (values: readonly string[]) => Promise<Outcome>,
): Promise<Part[]> {
  const done: Part[] = [];
  let open: Part = { values, outcome: await put(values) };
  while (open.values.length > 1 && isSpoilt(open)) {
    const middle = Math.ceil(open.values.length / 2);
    const first = await partOf(open.values.slice(0, middle), put);
    const second = await partOf(open.values.slice(middle), put);
    // What was shown of all is worth more than a failure.
    const isLost = [first, second].some(({ outcome }) => outcome.state === "failed");
    if (open.outcome.state === "some" && isLost) return [...done, open];
    if (isSpoilt(first) === isSpoilt(second)) return [...done, first, second];
    done.push(isSpoilt(first) ? second : first);
    open = isSpoilt(first) ? first : second;
  }
  return [...done, open];
}

async function partOf(
  values: readonly string[],
  put: (values: readonly string[]) => Promise<Outcome>,
): Promise<Part> {
  return { values, outcome: await put(values) };
}

/** Whether one of several values may be what such an outcome is about. */
function isSpoilt({ outcome }: Part): boolean {
  if (outcome.state === "failed")
    return outcome.error.why === "badRequest" && "status" in outcome.error;
  return outcome.state === "some" && outcome.doubt === "too-many-matches";
}
