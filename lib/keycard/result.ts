import type { CallReason } from "../failure-reason.ts";

/** The result of a call that can fail. `lib/keycard` throws only for bugs. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: KeycardError };

/**
 * An error reply: the API's own message if it sent one (sanitized, of limited length, without secrets), and its code.
 * `clockAheadMs`: the difference between this computer's clock and the server's (`clock-ahead.ts`).
 */
type Reply<Status extends number = number> = {
  message: string;
  status: Status;
  code?: string;
  clockAheadMs?: number;
};

/** An error for one of the reasons for which a call can fail. */
export type Because<Why extends CallReason> = { why: Why; message: string };

/** Why a call failed. `message` is one or two English sentences and never contains a key, secret or token. */
export type KeycardError =
  | (Because<"badRequest"> & Reply)
  /** Refused before anything was sent: an empty ID, `..`, more IDs than one call can have. */
  | Because<"badRequest">
  | (Because<"keyRefused"> & Reply)
  | (Because<"forbidden"> & Reply<403>)
  /**
   * `isPage`: the reply is a web page, which may come from something in front of the API that doesn't know the path.
   */
  | (Because<"notFound"> & { isPage?: true } & Reply<404>)
  /** `retryAfterMs` counts from the reply, and is absent if the API didn't say. */
  | (Because<"limited"> & { retryAfterMs?: number } & Reply<429>)
  | (Because<"server"> & { retryAfterMs?: number } & Reply)
  | Because<"network">
  /** Within `REQUEST_TIMEOUT_MS`. */
  | Because<"timeout">
  | Because<"invalidReply">
  /** Refused, and expired according to the key itself; `expiredAt` in ms since the epoch. */
  | (Because<"keyExpired"> & { expiredAt: number } & Reply)
  | Because<"aborted">;

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail(error: KeycardError): { ok: false; error: KeycardError } {
  return { ok: false, error };
}
