import { untilAborted } from "../until-aborted.ts";
import { fail, type Result } from "./result.ts";

/** The result if the caller's signal is aborted. */
export function aborted(): Result<never> {
  return fail({ why: "aborted", message: "The request was canceled." });
}

/** Waits for `work`, but returns "aborted" as soon as `signal` is aborted. */
export function orAborted<T>(work: Promise<Result<T>>, signal?: AbortSignal): Promise<Result<T>> {
  return untilAborted(work, aborted, signal);
}
