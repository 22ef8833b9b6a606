/** What a call that may fail comes back with. Nothing in `lib/keycard` throws but for bugs. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: KeycardError };

/** An error reply: the API's own words where it sent any (cleaned, bounded, free of secrets), and its code. */
type Reply<Status extends number = number> = { message: string; status: Status; code?: string };

/** Why a call failed. `message` is one or two English sentences and never holds a key, secret or token. */
export type KeycardError =
  /** The API found the request malformed, such as `filter[id]` beside a cursor. */
  | ({ kind: "bad-request" } & Reply)
  /** The key is missing, expired or revoked; or the service account was refused. */
  | ({ kind: "unauthorized" } & Reply)
  /** The key is good, but may not read this zone or this part of it. */
  | ({ kind: "forbidden" } & Reply<403>)
  /** No such user, or no such zone: the API does not say which. */
  | ({ kind: "not-found" } & Reply<404>)
  /** Too many requests. `retryAfterMs` counts from the reply on, and is absent when the API did not say. */
  | ({ kind: "rate-limited"; retryAfterMs?: number } & Reply<429>)
  /** The API failed or gave up (5xx, 408). */
  | ({ kind: "server"; retryAfterMs?: number } & Reply)
  /** Any other status: a private deployment's proxy, a path that is not deployed. */
  | ({ kind: "unexpected-status" } & Reply)
  /** No reply: offline, name not found, connection lost, certificate refused, redirected. */
  | { kind: "network"; message: string }
  /** No complete reply within `REQUEST_TIMEOUT_MS`. */
  | { kind: "timeout"; message: string }
  /** A reply came that cannot be the answer: HTML, broken or oversize JSON, no id, another zone, another user. */
  | { kind: "invalid-reply"; message: string }
  /** Refused before anything was sent: an empty id, `..`, more ids than one call may carry. */
  | { kind: "invalid-request"; message: string }
  /** The API key says of itself that its time is over; nothing was sent. `expiredAt` in ms since the epoch. */
  | { kind: "key-expired"; message: string; expiredAt: number }
  /** The caller's signal ended it. */
  | { kind: "aborted"; message: string };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail(error: KeycardError): { ok: false; error: KeycardError } {
  return { ok: false, error };
}
