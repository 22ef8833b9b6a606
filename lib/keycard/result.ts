import type { CallReason } from "../failure-reason.ts";

/** What a call that may fail comes back with. Nothing in `lib/keycard` throws but for bugs. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: KeycardError };

/**
 * An error reply: the API's own words where it sent any (cleaned, bounded, free of secrets), and its code.
 * `clockAheadMs`: this computer's clock and the server's disagree by so much (`clock-ahead.ts`).
 */
type Reply<Status extends number = number> = {
  message: string;
  status: Status;
  code?: string;
  clockAheadMs?: number;
};

/** An error for one of the reasons that a call can fail for. */
export type Because<Why extends CallReason> = { why: Why; message: string };

/** Why a call failed. `message` is one or two English sentences and never holds a key, secret or token. */
export type KeycardError =
  | (Because<"badRequest"> & Reply)
  /** Refused before anything was sent: an empty id, `..`, more ids than one call may carry. */
  | Because<"badRequest">
  | (Because<"keyRefused"> & Reply)
  | (Because<"forbidden"> & Reply<403>)
  /** `isPage`: what came is a web page: whatever stands before the API may have said it, that knows no such path. */
  | (Because<"notFound"> & { isPage?: true } & Reply<404>)
  /** `retryAfterMs` counts from the reply on, and is absent when the API did not say. */
  | (Because<"limited"> & { retryAfterMs?: number } & Reply<429>)
  | (Because<"server"> & { retryAfterMs?: number } & Reply)
  | Because<"network">
  /** Within `REQUEST_TIMEOUT_MS`. */
  | Because<"timeout">
  | Because<"invalidReply">
  /** Refused, and its time is over by its own word; `expiredAt` in ms since the epoch. */
  | (Because<"keyExpired"> & { expiredAt: number } & Reply)
  | Because<"aborted">;

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail(error: KeycardError): { ok: false; error: KeycardError } {
  return { ok: false, error };
}
