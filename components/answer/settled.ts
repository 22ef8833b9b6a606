import type { Failure } from "../../lib/directory/answer.ts";

/** A reply that never arrived: the worker was stopped during the request. */
export interface Stopped {
  state: "failed";
  failure: Failure;
}

/** The background's reply. A lost message is a failure like any other, so the user sees it and can try again. */
export async function settled<T>(reply: Promise<T>): Promise<T | Stopped> {
  try {
    return await reply;
  } catch {
    return { state: "failed", failure: { why: "aborted" } };
  }
}
