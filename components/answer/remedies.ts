import type { FailureReason } from "../../lib/failure-reason.ts";

/** What someone can do about a failure, besides what its sentence says. */
type Remedy =
  /** Can be fixed only on the options page. */
  | "options"
  /** Enter the passphrase. */
  | "unlock"
  /** Try again. */
  | "again"
  /** The same, but not before a time that the failure can name, in which case its sentence names it. */
  | "later";

/** Each reason has an entry: the compiler requires one for a new reason. */
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

/** Reasons whose sentences name a time, `failureUntil` in locales/. */
type Passing = {
  [Reason in FailureReason]: (typeof REMEDIES)[Reason] extends "later" ? Reason : never;
}[FailureReason];

export const isPassing = (why: FailureReason): why is Passing => REMEDIES[why] === "later";
