import type { KeycardError } from "../keycard/index.ts";
import type { Failure, FailureReason } from "./answer.ts";

/** Errors of the client in the words of a look-up. A 404 here is the zone's: a missing user is an answer, not a failure. */
const REASONS: Record<KeycardError["kind"], FailureReason> = {
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
};

/** @param now ms since the epoch, from which a `Retry-After` counts */
export function toFailure(error: KeycardError, now: number): Failure {
  const failure: Failure = { why: REASONS[error.kind], detail: error.message };
  if ("status" in error) failure.status = error.status;
  if ("retryAfterMs" in error && error.retryAfterMs !== undefined)
    failure.retryAt = now + error.retryAfterMs;
  return failure;
}
