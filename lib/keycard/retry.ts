import { RETRY_AFTER_WAIT_MAX_MS } from "../limits.ts";
import { orAborted } from "./abort.ts";
import { type KeycardError, ok, type Result } from "./result.ts";

/** Maximum retries after a temporary failure: 408, 429, 5xx, no connection, timeout. Keycard API notes, section 4. */
export const RETRIES_MAX = 2;

/** Maximum duration of the first back-off, in milliseconds; doubled for each further one. */
export const RETRY_BASE_MS = 250;

/** Maximum duration of any back-off without `Retry-After`, in milliseconds. */
export const RETRY_CAP_MS = 4_000;

/** How a back-off is chosen and waited for. Passed in so that tests take no time. */
export type Pacing = {
  /** At least 0 and less than 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Called before each retry; if it returns false, the error is returned at once. Absent: every retry is allowed. */
  mayRetry?: () => Promise<boolean>;
};

/**
 * Milliseconds to wait before retry number `retry` (0 is the first): exponential with full jitter, in addition to any
 * `Retry-After`. Source: "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @returns undefined if a retry would be useless, or `Retry-After` is too long to wait for
 */
export function pauseBefore(
  retry: number,
  error: KeycardError,
  random: () => number,
): number | undefined {
  const jitter = random() * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** retry);
  switch (error.why) {
    case "network":
    case "timeout":
      return jitter;
    case "limited":
    case "server": {
      if (!mayPass(error.status)) return undefined;
      const asked = error.retryAfterMs ?? 0;
      return asked > RETRY_AFTER_WAIT_MAX_MS ? undefined : asked + jitter;
    }
    default:
      return undefined;
  }
}

/** Whether a retry can help: the API is busy, has failed or has timed out. Any other status would stay the same. */
function mayPass(status: number): boolean {
  return status === 429 || status === 408 || status >= 500;
}

/**
 * Makes up to 1 + `RETRIES_MAX` attempts, with back-off between them.
 *
 * @returns the first success, or the last attempt's error; "aborted" as soon as `signal` is aborted during a back-off
 */
export async function withRetry<T>(
  attempt: () => Promise<Result<T>>,
  { random, sleep, mayRetry }: Pacing,
  signal?: AbortSignal,
): Promise<Result<T>> {
  for (let retry = 0; ; retry++) {
    const result = await attempt();
    if (result.ok || retry === RETRIES_MAX) return result;
    const pause = pauseBefore(retry, result.error, random);
    if (pause === undefined) return result;
    if (mayRetry && !(await mayRetry())) return result;
    const slept = await orAborted(sleep(pause).then(ok), signal);
    if (!slept.ok) return slept;
  }
}
