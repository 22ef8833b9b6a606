/** How the key is kept; chosen by the person at Connect. */
export const WAYS = ["session", "device", "passphrase"] as const;

export type Way = (typeof WAYS)[number];

/** A way with what it needs. */
export type Keeping =
  | { way: "session" }
  | { way: "device" }
  | { way: "passphrase"; passphrase: string };

/** Why a key that is stored cannot be read. It is left as it is. */
export const UNREADABLE = [
  /** It fits no form that this extension ever wrote, or its seal is broken. */
  "key-damaged",
  /** A newer version of the extension has written it. */
  "key-newer",
  /** Its passphrase is protected less than this extension ever does: somebody has changed it. */
  "key-weak",
  /** The browser's part of the secret is gone. */
  "device-key-lost",
  /** The browser lets the extension keep nothing on this device (IndexedDB). */
  "no-device-store",
] as const;

export type Unreadable = (typeof UNREADABLE)[number];
