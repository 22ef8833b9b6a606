import type { Outcome } from "./ask-question.ts";

/** The outcome of a question about some values. */
export interface Part {
  values: readonly string[];
  outcome: Outcome;
}

/**
 * Asks a question about several values. If one of them may have made it fail for all, it splits the values in halves,
 * down to that one: a value that the API refuses, or that very many users contain. If both halves have the same
 * outcome, it isn't about one value, and they aren't split further: that limits the number of requests.
 */
export async function askInHalves(
  values: readonly string[],
  put: (values: readonly string[]) => Promise<Outcome>,
): Promise<Part[]> {
  const done: Part[] = [];
  let open: Part = { values, outcome: await put(values) };
  while (open.values.length > 1 && isAboutOneValue(open)) {
    const middle = Math.ceil(open.values.length / 2);
    const first = await partOf(open.values.slice(0, middle), put);
    const second = await partOf(open.values.slice(middle), put);
    // What was returned for all of them is worth more than a failure.
    const isLost = [first, second].some(({ outcome }) => outcome.state === "failed");
    if (open.outcome.state === "some" && isLost) return [...done, open];
    if (isAboutOneValue(first) === isAboutOneValue(second)) return [...done, first, second];
    done.push(isAboutOneValue(first) ? second : first);
    open = isAboutOneValue(first) ? first : second;
  }
  return [...done, open];
}

async function partOf(
  values: readonly string[],
  put: (values: readonly string[]) => Promise<Outcome>,
): Promise<Part> {
  return { values, outcome: await put(values) };
}

/** Whether one of several values may be the reason for such an outcome. */
function isAboutOneValue({ outcome }: Part): boolean {
  if (outcome.state === "failed")
    return outcome.error.why === "badRequest" && "status" in outcome.error;
  return outcome.state === "some" && outcome.doubt === "too-many-matches";
}
