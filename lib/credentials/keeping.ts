import type { FailureReason } from "../failure-reason.ts";

/** How the key is kept; chosen by the person at Connect. */
export const WAYS = ["session", "device", "passphrase"] as const;

export type Way = (typeof WAYS)[number];

/** A way with what it needs. */
export type Keeping =
  | { way: "session" }
  | { way: "device" }
  | { way: "passphrase"; passphrase: string };

/** Why a key that is stored cannot be read. It is left as it is. */
export type Unreadable = Extract<
  FailureReason,
  "keyDamaged" | "keyNewer" | "keyWeak" | "deviceKeyLost" | "noDeviceStore"
>;
