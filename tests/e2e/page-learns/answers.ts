import type { Answered } from "./person.ts";

/** The API's possible answers about the one person that the page mentions. */
export interface Scenario {
  state: Answered;
  /** What the sandbox does to every request; undefined: it answers. */
  fault: object | undefined;
}

const every = { match: "GET", times: null };
const nobody = {
  items: [],
  pagination: { after_cursor: null, before_cursor: null, total_count: 0 },
};

export const FOUND: Scenario = { state: "found", fault: undefined };

/** An error that isn't retried, for a quick failure. */
export const REFUSED: Scenario = { state: "failed", fault: { ...every, status: 400 } };

/** What must look the same to the page as `FOUND`. */
export const OTHERS: Record<string, Scenario> = {
  absent: { state: "absent", fault: { ...every, status: 200, body: nobody } },
  "429 until retries are exhausted": { state: "failed", fault: { ...every, status: 429 } },
  "500 until retries are exhausted": { state: "failed", fault: { ...every, status: 500 } },
};
