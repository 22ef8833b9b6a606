import { RETRY_AFTER_WAIT_MAX_MS } from "../limits.ts";
import { orAborted } from "./abort.ts";
import { type KeycardError, ok, type Result } from "./result.ts";

/** Retries after a failed request that may pass: 408, 429, 5xx, no connection, time-out. Keycard API notes, section 4. */
export const RETRIES_MAX = 2;

/** Milliseconds that the first back-off lasts at most; doubled for each further one. */
export const RETRY_BASE_MS = 250;

/** Milliseconds that any back-off of our own choosing lasts at most. */
export const RETRY_CAP_MS = 4_000;

/** How a back-off is drawn and waited for; passed in so that tests need no time. */
export type Pacing = {
  /** At least 0 and less than 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Asked before each retry; false gives the error back at once. Absent: every retry may be made. */
  mayRetry?: () => Promise<boolean>;
};

/**
 * Milliseconds to wait before retry number `retry` (0 is the first): exponential with full jitter, beyond any
 * `Retry-After`. Source: "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @returns undefined when retrying would be useless, or `Retry-After` is too long to be waited out
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

/** Whether asking again can help: the API is busy, failed or gave up. Any other status it would give again. */
function mayPass(status: number): boolean {
  return status === 429 || status === 408 || status >= 500;
}

/**
 * Makes up to 1 + `RETRIES_MAX` attempts, with back-off between them.
 *
 * @returns the first success, or the last attempt's error; "aborted" as soon as `signal` fires in a back-off
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
