import type { FailureReason } from "../../lib/directory/answer.ts";

/** What a person can do about a failure, beside what its sentence says. */
type Remedy =
  /** It is mended on the options page, and nowhere else. */
  | "options"
  /** Asking again. */
  | "again"
  /** The same, but from a moment on that the failure can name: then its sentence does. */
  | "later";

/** Each reason has an entry: the compiler asks for that of a new one. */
export const REMEDIES = {
  "no-key": "options",
  "key-locked": "options",
  "wrong-passphrase": "again",
  "key-damaged": "options",
  "key-newer": "options",
  "key-weak": "options",
  "device-key-lost": "options",
  "no-device-store": "options",
  "set-by-policy": "again",
  "no-zone": "options",
  "key-refused": "options",
  "key-expired": "options",
  forbidden: "options",
  "zone-not-found": "options",
  limited: "later",
  server: "again",
  network: "again",
  offline: "again",
  "not-allowed": "options",
  resting: "later",
  "too-fast": "again",
  timeout: "again",
  "invalid-reply": "again",
  "bad-request": "again",
  aborted: "again",
} as const satisfies Record<FailureReason, Remedy>;

/** Reasons with sentences for a moment, `failureUntil` in locales/. */
type Passing = {
  [Reason in FailureReason]: (typeof REMEDIES)[Reason] extends "later" ? Reason : never;
}[FailureReason];

export const isPassing = (why: FailureReason): why is Passing => REMEDIES[why] === "later";
