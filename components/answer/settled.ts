import type { Failure } from "../../lib/directory/answer.ts";

/** A reply that never came: the worker was stopped while it was asked. */
export interface Stopped {
  state: "failed";
  failure: Failure;
}

/** The background's reply; a message that got lost is a failure like others, so a person sees it and can try again. */
export async function settled<T>(reply: Promise<T>): Promise<T | Stopped> {
  try {
    return await reply;
  } catch {
    return { state: "failed", failure: { why: "aborted" } };
  }
}
