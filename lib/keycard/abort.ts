import { fail, type Result } from "./result.ts";

/** The result of whatever the caller's signal ended. */
export function aborted(): Result<never> {
  return fail({ why: "aborted", message: "The request was cancelled." });
}

/**
 * Waits for `work` until `signal` fires, then comes back with "aborted" at once. The work itself goes on:
 * others may be waiting for it.
 */
export function orAborted<T>(work: Promise<Result<T>>, signal?: AbortSignal): Promise<Result<T>> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => resolve(aborted());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    work.finally(() => signal.removeEventListener("abort", stop)).then(resolve, reject);
  });
}
