import * as z from "zod/mini";
import type { Credential } from "../keycard/index.ts";
import { lengthWithin } from "../length-within.ts";
import { PASSPHRASE_MIN_CHARS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import type { StorageArea } from "../storage.ts";
import { credentialSchema } from "./credential-schema.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { type Keeping, type Unreadable, WAYS, type Way } from "./keeping.ts";
import { OFFERED, OFFERED_KEEPING, OFFERED_PASSPHRASE } from "./offer.ts";
import {
  derivedKey,
  open,
  parseSealed,
  type Sealed,
  sealForDevice,
  sealWithPassphrase,
} from "./sealed.ts";

/** Maximum characters of a passphrase. */
export const PASSPHRASE_MAX_CHARS = 1_024;

/** Milliseconds between two updates of when the key was last used. */
export const LAST_USE_STEP_MS = 10_000;

/**
 * Where the API key is stored. While it can be used, it is in `storage.session`: in memory, gone with the browser,
 * closed to content scripts (design, invariant 4). At rest it is nowhere, or in `storage.local`, encrypted.
 */
export interface CredentialStore {
  held(): Promise<Held>;
  /** Records that the key is being used now: it is locked some time after its last use. */
  used(): Promise<void>;
  /** Takes what a page has offered to connect with; in any case, it is then gone from there. */
  takeOffered(): Promise<{ credential: Credential; keeping: Keeping } | undefined>;
  /** Stores a key, replacing any other. On failure, nothing changes. */
  keep(credential: Credential, keeping: Keeping): Promise<Kept>;
  /**
   * Stores the key in use in the way that a page has offered; no copy is left in the previous way.
   *
   * @param prescribed the only way that is accepted
   */
  keepAsOffered(prescribed?: Way): Promise<Kept | { ok: false; why: "keyLocked" | "setByPolicy" }>;
  /**
   * Stores the key in use in the only way that is left, with no copy in another. Only the user can choose a passphrase:
   * until then, the key is only in memory, and likewise if nothing can be stored on the device.
   */
  keepAsPrescribed(way: Way): Promise<void>;
  /** Unlocks the key with the passphrase that a page has offered. */
  unlock(): Promise<Unlocked>;
  /** Locks a key that has a passphrase. @returns whether there was anything to lock */
  lock(): Promise<boolean>;
  /**
   * Locks it if it was unused for the set time. @returns whether it was locked, or when it will be, ms since the epoch
   */
  lockIfIdle(): Promise<{ locked: boolean; dueAt?: number }>;
  /** Removes every copy of the key. */
  forget(): Promise<void>;
}

export type Held =
  | { state: "none" }
  | { state: "held"; credential: Credential; way: Way }
  /** It needs its passphrase. */
  | { state: "locked" }
  | { state: "unreadable"; why: Unreadable };

export type Kept = { ok: true } | { ok: false; why: "noDeviceStore" };

export type Unlocked = { ok: true } | { ok: false; why: "wrongPassphrase" | "noKey" | Unreadable };

export interface CredentialStoreParts {
  session: StorageArea;
  local: StorageArea;
  deviceKeys: DeviceKeys;
  /** Time without use after which a key with a passphrase is locked, ms. */
  lockAfterMs: () => Promise<number>;
  /** ms since the epoch */
  now: () => number;
}

/** In `storage.session`: the key in use, and when it was last used, ms since the epoch. */
const IN_USE = "credential";
const LAST_USE = "credential.last-use";

/** In `storage.local`: the encrypted key. */
export const AT_REST = "credential";

const inUse = z.strictObject({ way: z.enum(WAYS), credential: credentialSchema });

const passphrase = z.string().check(lengthWithin(PASSPHRASE_MIN_CHARS, PASSPHRASE_MAX_CHARS));
const keepingForm = z.discriminatedUnion("way", [
  z.strictObject({ way: z.literal("session") }),
  z.strictObject({ way: z.literal("device") }),
  z.strictObject({ way: z.literal("passphrase"), passphrase }),
]);
const offered = z.strictObject({ credential: credentialSchema, keeping: keepingForm });

export function createCredentialStore(parts: CredentialStoreParts): CredentialStore {
  const { session, local, deviceKeys, lockAfterMs, now } = parts;

  async function take(key: string): Promise<unknown> {
    const value = (await session.get(key))[key];
    await session.remove(key);
    return value;
  }

  async function use(credential: Credential, way: Way): Promise<void> {
    await session.set({ [IN_USE]: { way, credential }, [LAST_USE]: now() });
  }

  async function openOnDevice(sealed: Extract<Sealed, { way: "device" }>): Promise<Held> {
    let key: CryptoKey | undefined;
    try {
      key = await deviceKeys.get(sealed.keyId);
    } catch {
      return { state: "unreadable", why: "noDeviceStore" };
    }
    if (!key) return { state: "unreadable", why: "deviceKeyLost" };
    const credential = await open(sealed, key);
    if (!credential) return { state: "unreadable", why: "keyDamaged" };
    await use(credential, "device");
    return { state: "held", credential, way: "device" };
  }

  async function heldAtRest(): Promise<Held> {
    const stored = (await local.get(AT_REST))[AT_REST];
    if (stored === undefined) return { state: "none" };
    const parsed = parseSealed(stored);
    if (!parsed.ok) return { state: "unreadable", why: parsed.why };
    return parsed.sealed.way === "device" ? openOnDevice(parsed.sealed) : { state: "locked" };
  }

  async function lastUse(): Promise<number> {
    const at = (await session.get(LAST_USE))[LAST_USE];
    return typeof at === "number" ? at : Number.NEGATIVE_INFINITY;
  }

  /**
   * After the clock was set back, nothing is known: then it counts as idle, except for the few seconds by which clocks
   * are adjusted.
   */
  async function idleAt(): Promise<{ idle: boolean; dueAt: number }> {
    const at = await lastUse();
    const dueMs = await lockAfterMs();
    const idle = !isWithin(at - LAST_USE_STEP_MS, dueMs + LAST_USE_STEP_MS, now());
    return { idle, dueAt: at + dueMs };
  }

  async function readInUse(): Promise<z.output<typeof inUse> | undefined> {
    return inUse.safeParse((await session.get(IN_USE))[IN_USE]).data;
  }

  async function lock(): Promise<boolean> {
    if ((await readInUse())?.way !== "passphrase") return false;
    await session.remove([IN_USE, LAST_USE]);
    return true;
  }

  /** Makes the new copy before it removes the old ones, so that a crash in between loses nothing. */
  async function keep(credential: Credential, keeping: Keeping): Promise<Kept> {
    let keyId: string | undefined;
    try {
      if (keeping.way === "device") {
        const made = await deviceKeys.create();
        keyId = made.id;
        await local.set({ [AT_REST]: await sealForDevice(credential, made.key, made.id) });
      } else if (keeping.way === "passphrase")
        await local.set({ [AT_REST]: await sealWithPassphrase(credential, keeping.passphrase) });
    } catch {
      return { ok: false, why: "noDeviceStore" };
    }
    await use(credential, keeping.way);
    if (keeping.way === "session") await local.remove(AT_REST);
    // Without IndexedDB, nothing can be left there either.
    await deviceKeys.keepOnly(keyId).catch(() => undefined);
    return { ok: true };
  }

  async function held(): Promise<Held> {
    const known = await readInUse();
    if (!known) return heldAtRest();
    if (known.way !== "passphrase" || !(await idleAt()).idle) return { state: "held", ...known };
    await lock();
    return { state: "locked" };
  }

  return {
    held,
    async used() {
      const at = await lastUse();
      if (!isWithin(at, LAST_USE_STEP_MS, now())) await session.set({ [LAST_USE]: now() });
    },
    async takeOffered() {
      return offered.safeParse(await take(OFFERED)).data;
    },
    keep,
    async keepAsOffered(prescribed) {
      const keeping = keepingForm.safeParse(await take(OFFERED_KEEPING)).data;
      const known = await readInUse();
      if (!known || !keeping) return { ok: false, why: "keyLocked" };
      if (prescribed !== undefined && keeping.way !== prescribed)
        return { ok: false, why: "setByPolicy" };
      return keep(known.credential, keeping);
    },
    async keepAsPrescribed(way) {
      const now = await held();
      if (now.state !== "held" || now.way === way) return;
      if (way === "device" && (await keep(now.credential, { way })).ok) return;
      if (now.way !== "session") await keep(now.credential, { way: "session" });
    },
    async unlock() {
      const typed = z
        .string()
        .check(lengthWithin(0, PASSPHRASE_MAX_CHARS))
        .safeParse(await take(OFFERED_PASSPHRASE));
      const stored = (await local.get(AT_REST))[AT_REST];
      // It was removed in another window meanwhile; or it is in memory, and needs no passphrase.
      if (stored === undefined)
        return (await readInUse()) ? { ok: true } : { ok: false, why: "noKey" };
      const parsed = parseSealed(stored);
      if (!parsed.ok) return parsed;
      if (parsed.sealed.way !== "passphrase") return { ok: true };
      const key = await derivedKey(typed.data ?? "", parsed.sealed);
      const credential = await open(parsed.sealed, key);
      if (!credential) return { ok: false, why: "wrongPassphrase" };
      await use(credential, "passphrase");
      return { ok: true };
    },
    lock,
    async lockIfIdle() {
      if ((await readInUse())?.way !== "passphrase") return { locked: false };
      const { idle, dueAt } = await idleAt();
      return idle ? { locked: await lock() } : { locked: false, dueAt };
    },
    async forget() {
      await session.remove([IN_USE, LAST_USE, OFFERED, OFFERED_PASSPHRASE, OFFERED_KEEPING]);
      await local.remove(AT_REST);
      await deviceKeys.keepOnly(undefined).catch(() => undefined);
    },
  };
}

export function isSameCredential(a: Credential | undefined, b: Credential): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
