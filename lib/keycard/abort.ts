import { orLeft } from "../or-left.ts";
import { fail, type Result } from "./result.ts";

/** The result of whatever the caller's signal ended. */
export function aborted(): Result<never> {
  return fail({ why: "aborted", message: "The request was canceled." });
}

/** Waits for `work` until `signal` fires, then comes back with "aborted" at once. */
export function orAborted<T>(work: Promise<Result<T>>, signal?: AbortSignal): Promise<Result<T>> {
  return orLeft(work, aborted, signal);
}
