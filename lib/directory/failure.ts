import type { Failure } from "./answer.ts";
import type { CallError } from "./traffic/traffic.ts";

/**
 * Converts the error of a call to a lookup's failure. A 404 here is about the zone: a missing user is an answer, not a
 * failure.
 *
 * @param now ms since the epoch, from which a `Retry-After` counts
 */
export function toFailure(error: CallError, now: number): Failure {
  const failure: Failure = { why: error.why === "notFound" ? "zoneNotFound" : error.why };
  // Only with a status is the message the API's own.
  if ("status" in error) {
    failure.status = error.status;
    failure.detail = error.message;
    if (error.clockAheadMs !== undefined) failure.clockAheadMs = error.clockAheadMs;
  }
  if ("retryAfterMs" in error && error.retryAfterMs !== undefined)
    failure.retryAt = now + error.retryAfterMs;
  if ("until" in error) failure.retryAt = error.until;
  return failure;
}
