import type { FailureReason } from "../failure-reason.ts";

/** How the key is stored; chosen by the user at Connect. */
export const WAYS = ["session", "device", "passphrase"] as const;

export type Way = (typeof WAYS)[number];

/** A way with what it needs. */
export type Keeping =
  | { way: "session" }
  | { way: "device" }
  | { way: "passphrase"; passphrase: string };

/** Why a stored key can't be read. It is left as it is. */
export type Unreadable = Extract<
  FailureReason,
  "keyDamaged" | "keyNewer" | "keyWeak" | "deviceKeyLost" | "noDeviceStore"
>;
