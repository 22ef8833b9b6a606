import type { Failure, FailureReason } from "./answer.ts";
import type { CallError } from "./traffic/traffic.ts";

/** Errors of a call in the words of a look-up. A 404 here is the zone's: a missing user is an answer, not a failure. */
const REASONS: Record<CallError["kind"], FailureReason> = {
  unauthorized: "key-refused",
  "key-expired": "key-expired",
  forbidden: "forbidden",
  "not-found": "zone-not-found",
  "rate-limited": "limited",
  server: "server",
  "unexpected-status": "server",
  network: "network",
  timeout: "timeout",
  "invalid-reply": "invalid-reply",
  "bad-request": "bad-request",
  "invalid-request": "bad-request",
  aborted: "aborted",
  offline: "offline",
  "not-allowed": "not-allowed",
  limited: "limited",
  resting: "resting",
};

/** @param now ms since the epoch, from which a `Retry-After` counts */
export function toFailure(error: CallError, now: number): Failure {
  const failure: Failure = { why: REASONS[error.kind] };
  // Only then are the words the API's own.
  if ("status" in error) {
    failure.status = error.status;
    failure.detail = error.message;
  }
  if ("retryAfterMs" in error && error.retryAfterMs !== undefined)
    failure.retryAt = now + error.retryAfterMs;
  if ("until" in error) failure.retryAt = error.until;
  return failure;
}
