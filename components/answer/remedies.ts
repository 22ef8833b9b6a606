import type { FailureReason } from "../../lib/failure-reason.ts";

/** What a person can do about a failure, beside what its sentence says. */
type Remedy =
  /** It is mended on the options page, and nowhere else. */
  | "options"
  /** The passphrase. */
  | "unlock"
  /** Asking again. */
  | "again"
  /** The same, but from a moment on that the failure can name: then its sentence does. */
  | "later";

/** Each reason has an entry: the compiler asks for that of a new one. */
export const REMEDIES = {
  noKey: "options",
  keyLocked: "unlock",
  wrongPassphrase: "again",
  keyDamaged: "options",
  keyNewer: "options",
  keyWeak: "options",
  deviceKeyLost: "options",
  noDeviceStore: "options",
  noRoom: "again",
  setByPolicy: "again",
  noZone: "options",
  keyRefused: "options",
  keyExpired: "options",
  forbidden: "options",
  zoneNotFound: "options",
  limited: "later",
  server: "again",
  network: "again",
  offline: "again",
  notAllowed: "options",
  resting: "later",
  tooFast: "again",
  timeout: "again",
  invalidReply: "again",
  badRequest: "again",
  aborted: "again",
} as const satisfies Record<FailureReason, Remedy>;

/** Reasons with sentences for a moment, `failureUntil` in locales/. */
type Passing = {
  [Reason in FailureReason]: (typeof REMEDIES)[Reason] extends "later" ? Reason : never;
}[FailureReason];

export const isPassing = (why: FailureReason): why is Passing => REMEDIES[why] === "later";
