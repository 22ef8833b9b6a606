import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Credential } from "../keycard/index.ts";
import { CREDENTIAL_MAX_CHARS, PASSPHRASE_MIN_CHARS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import {
  AT_REST,
  createCredentialStore,
  isSameCredential,
  LAST_USE_STEP_MS,
  PASSPHRASE_MAX_CHARS,
} from "./credential-store.ts";
import type { DeviceKeys } from "./device-keys.ts";
import type { Keeping } from "./keeping.ts";
import { memoryDeviceKeys } from "./memory-device-keys.ts";
import { offerCredential, offerKeeping, offerPassphrase } from "./offer.ts";
import { useQuickPbkdf2 } from "./quick-pbkdf2.ts";
import { PBKDF2_ROUNDS, PBKDF2_ROUNDS_MAX } from "./sealed.ts";

useQuickPbkdf2();

const key: Credential = { kind: "service-account", clientId: "id-1", clientSecret: "canary-äß" };
const device: Keeping = { way: "device" };
const PASSPHRASE = "caf\u00e9 au lait";
const withPassphrase: Keeping = { way: "passphrase", passphrase: PASSPHRASE };

/** The storage of one device, and what starts with each browser session. */
function browser(deviceKeys: DeviceKeys = memoryDeviceKeys()) {
  const local = memoryArea();
  const clock = { now: 1_000_000 };
  const start = () => {
    const session = memoryArea();
    const store = createCredentialStore({
      session,
      local,
      deviceKeys,
      lockAfterMs: async () => 60_000,
      now: () => clock.now,
    });
    return { session, store };
  };
  return { local, deviceKeys, clock, start, stored: () => local.all()[AT_REST] };
}

let here: ReturnType<typeof browser>;
beforeEach(() => {
  here = browser();
});

describe("until the browser closes", () => {
  test("nothing is stored at rest", async () => {
    const { store } = here.start();
    await store.keep(key, { way: "session" });
    expect(await store.held()).toEqual({ state: "held", credential: key, way: "session" });
    expect(here.local.all()).toEqual({});
    expect(await here.start().store.held()).toEqual({ state: "none" });
  });
});

describe("a page's offer", () => {
  const secret = "s".repeat(CREDENTIAL_MAX_CHARS);
  const phrase = "p".repeat(PASSPHRASE_MAX_CHARS);
  const apiKey = { kind: "api-key", key: "k" };

  test.each<[credential: object, keeping: object]>([
    [apiKey, { way: "session" }],
    [{ kind: "api-key", key: secret }, { way: "device" }],
    [
      { kind: "service-account", clientId: secret, clientSecret: secret },
      { way: "passphrase", passphrase: phrase },
    ],
    [apiKey, { way: "passphrase", passphrase: "p".repeat(PASSPHRASE_MIN_CHARS) }],
  ])("is taken once: %#", async (credential, keeping) => {
    const { store, session } = here.start();
    await offerCredential(session, credential as Credential, keeping as Keeping);
    expect(await store.takeOffered()).toEqual({ credential, keeping });
    expect(await store.takeOffered()).toBeUndefined();
  });

  test.each<[what: string, credential: object, keeping: object]>([
    ["an empty key", { kind: "api-key", key: "" }, { way: "session" }],
    ["a key that is too long", { kind: "api-key", key: `${secret}s` }, { way: "session" }],
    ["no secret", { kind: "service-account", clientId: "c" }, { way: "session" }],
    ["an unknown kind of key", { kind: "", key: "k" }, { way: "session" }],
    ["an additional property", { ...apiKey, more: 1 }, { way: "session" }],
    ["an unknown way", apiKey, { way: "cloud" }],
    ["no passphrase", apiKey, { way: "passphrase" }],
    ["a passphrase that is too long", apiKey, { way: "passphrase", passphrase: `${phrase}p` }],
    ["an unneeded passphrase", apiKey, { way: "session", passphrase: phrase }],
    ["a passphrase for the device", apiKey, { way: "device", passphrase: phrase }],
  ])("is refused and removed: %s", async (_, credential, keeping) => {
    const { store, session } = here.start();
    await offerCredential(session, credential as Credential, keeping as Keeping);
    expect(await store.takeOffered()).toBeUndefined();
    expect(session.all()).toEqual({});
  });

  test("is nothing without what belongs to it", async () => {
    const { store, session } = here.start();
    await offerCredential(session, key, device);
    const [name = ""] = Object.keys(session.all());
    await session.set({ [name]: { credential: key, keeping: device, more: 1 } });
    expect(await store.takeOffered()).toBeUndefined();
  });
});

describe("on this device", () => {
  test("the longest key can be read again", async () => {
    const secret = "ä".repeat(CREDENTIAL_MAX_CHARS);
    const longest: Credential = { kind: "service-account", clientId: secret, clientSecret: secret };
    await here.start().store.keep(longest, device);
    expect(await here.start().store.held()).toMatchObject({ credential: longest });
  });

  test("is never locked, by hand or by the time", async () => {
    const { store } = here.start();
    await store.keep(key, device);
    expect(await store.lockIfIdle()).toEqual({ locked: false });
    here.clock.now += 3_600_000;
    expect(await store.lock()).toBe(false);
    expect(await store.lockIfIdle()).toEqual({ locked: false });
    expect(await store.held()).toMatchObject({ state: "held" });
    expect(await store.unlock()).toEqual({ ok: true });
  });

  test("is there in the next session, and nowhere in clear text", async () => {
    await here.start().store.keep(key, device);
    expect(JSON.stringify(here.local.all())).not.toContain("canary");
    expect(JSON.stringify(here.local.all())).not.toContain(btoa("canary"));
    const next = here.start();
    expect(await next.store.held()).toEqual({ state: "held", credential: key, way: "device" });
    expect(next.session.all()).toMatchObject({ credential: { way: "device" } });
  });

  test("has a new browser key each time, and leaves none behind", async () => {
    const keys = memoryDeviceKeys();
    here = browser(keys);
    const { store } = here.start();
    await store.keep(key, device);
    const [first] = keys.all.keys();
    await store.keep(key, device);
    expect(keys.all.size).toBe(1);
    expect([...keys.all.keys()]).not.toContain(first);
    for (const each of keys.all.values()) {
      expect(each.extractable).toBe(false);
      await expect(crypto.subtle.exportKey("raw", each)).rejects.toThrow();
    }
  });

  test("without IndexedDB: says so, and leaves the previous key unchanged", async () => {
    const broken: DeviceKeys = {
      get: () => Promise.reject(new Error("no IndexedDB")),
      create: () => Promise.reject(new Error("no IndexedDB")),
      keepOnly: () => Promise.reject(new Error("no IndexedDB")),
    };
    here = browser(broken);
    const { store } = here.start();
    await store.keep(key, withPassphrase);
    const before = here.stored();
    expect(await store.keep(key, device)).toEqual({ ok: false, why: "noDeviceStore" });
    expect(here.stored()).toEqual(before);
    expect(await store.held()).toMatchObject({ state: "held", way: "passphrase" });
  });

  test("reports whether the browser key or IndexedDB is missing, and removes nothing", async () => {
    const keys = memoryDeviceKeys();
    here = browser(keys);
    await here.start().store.keep(key, device);
    const before = here.stored();
    keys.all.clear();
    expect(await here.start().store.held()).toEqual({
      state: "unreadable",
      why: "deviceKeyLost",
    });
    keys.get = () => Promise.reject(new Error("no IndexedDB"));
    expect(await here.start().store.held()).toEqual({
      state: "unreadable",
      why: "noDeviceStore",
    });
    expect(here.stored()).toEqual(before);
  });
});

describe("with a passphrase", () => {
  async function unlock(passphrase: string) {
    const { session, store } = here.start();
    await offerPassphrase(session, passphrase);
    const unlocked = await store.unlock();
    expect(session.all()).not.toHaveProperty(["credential.passphrase"]);
    return { unlocked, store };
  }

  test("is locked in the next session until it is entered", async () => {
    await here.start().store.keep(key, withPassphrase);
    expect(JSON.stringify(here.local.all())).not.toMatch(/canary|lait/);
    expect(here.stored()).toMatchObject({ version: 1, rounds: PBKDF2_ROUNDS });
    const [derived] = vi.mocked(crypto.subtle.deriveKey).mock.lastCall ?? [];
    expect(derived).toMatchObject({ name: "PBKDF2", hash: "SHA-256", iterations: PBKDF2_ROUNDS });
    const made = vi.mocked(crypto.subtle.deriveKey).mock.settledResults.at(-1)?.value;
    expect(made).toMatchObject({ extractable: false });
    expect(await here.start().store.held()).toEqual({ state: "locked" });
    expect((await unlock("cafe au lait")).unlocked).toEqual({ ok: false, why: "wrongPassphrase" });
    expect((await unlock("")).unlocked).toEqual({ ok: false, why: "wrongPassphrase" });
    const { unlocked, store } = await unlock(PASSPHRASE);
    expect(unlocked).toEqual({ ok: true });
    expect(await store.held()).toEqual({ state: "held", credential: key, way: "passphrase" });
    // The same letters from another keyboard.
    expect((await unlock("cafe\u0301 au lait")).unlocked).toEqual({ ok: true });
  });

  test("has a new salt and IV each time", async () => {
    const { store } = here.start();
    await store.keep(key, withPassphrase);
    const first = here.stored() as { salt: string; iv: string };
    await store.keep(key, withPassphrase);
    const second = here.stored() as { salt: string; iv: string };
    expect(atob(first.salt)).toHaveLength(32);
    expect(atob(first.iv)).toHaveLength(12);
    expect(second.salt).not.toBe(first.salt);
    expect(second.iv).not.toBe(first.iv);
  });

  test("is locked by hand and by the time; setting the clock back doesn't prevent that", async () => {
    const { store, session } = here.start();
    await store.keep(key, withPassphrase);
    expect(await store.lock()).toBe(true);
    expect(session.all()).toEqual({});
    expect(await store.held()).toEqual({ state: "locked" });
    expect(await store.lock()).toBe(false);

    await store.keep(key, withPassphrase);
    here.clock.now += 30_000;
    await store.used();
    here.clock.now += 59_999;
    expect(await store.held()).toMatchObject({ state: "held" });
    here.clock.now += 1;
    expect(await store.held()).toEqual({ state: "locked" });

    await store.keep(key, withPassphrase);
    here.clock.now -= 3_600_000;
    expect(await store.held()).toEqual({ state: "locked" });
  });

  test("is locked after the set time without use, and says before when that will be", async () => {
    const { store } = here.start();
    expect(await store.lockIfIdle()).toEqual({ locked: false });
    await store.keep(key, withPassphrase);
    const dueAt = here.clock.now + 60_000;
    here.clock.now = dueAt - 1;
    expect(await store.lockIfIdle()).toEqual({ locked: false, dueAt });
    here.clock.now = dueAt;
    expect(await store.lockIfIdle()).toEqual({ locked: true });
    expect(await store.lockIfIdle()).toEqual({ locked: false });
    expect(await store.held()).toEqual({ state: "locked" });
  });

  test("records its use again once the last record is old enough", async () => {
    const { store } = here.start();
    await store.keep(key, withPassphrase);
    const kept = here.clock.now;
    here.clock.now = kept + LAST_USE_STEP_MS - 1;
    await store.used();
    expect(await store.lockIfIdle()).toMatchObject({ dueAt: kept + 60_000 });
    here.clock.now = kept + LAST_USE_STEP_MS;
    await store.used();
    expect(await store.lockIfIdle()).toMatchObject({ dueAt: kept + LAST_USE_STEP_MS + 60_000 });
  });

  test("is locked if it isn't known when it was used", async () => {
    for (const lastUse of [undefined, "yesterday", null]) {
      const { store, session } = here.start();
      await store.keep(key, withPassphrase);
      if (lastUse === undefined) await session.remove("credential.last-use");
      else await session.set({ "credential.last-use": lastUse });
      expect(await store.held()).toEqual({ state: "locked" });
    }
  });

  test("setting the clock back by no more than the recording interval locks nothing", async () => {
    const { store } = here.start();
    await store.keep(key, withPassphrase);
    here.clock.now -= LAST_USE_STEP_MS;
    expect(await store.held()).toMatchObject({ state: "held" });
    here.clock.now -= 1;
    expect(await store.held()).toEqual({ state: "locked" });
  });

  test("isn't unlocked without a passphrase, or with one that is too long", async () => {
    const long = "p".repeat(PASSPHRASE_MAX_CHARS + 1);
    await here.start().store.keep(key, { way: "passphrase", passphrase: long });
    expect((await unlock(long)).unlocked).toEqual({ ok: false, why: "wrongPassphrase" });
    const { store } = here.start();
    expect(await store.unlock()).toEqual({ ok: false, why: "wrongPassphrase" });
    expect(await store.held()).toEqual({ state: "locked" });
  });

  test("reports a key that is gone meanwhile, and needs no passphrase for one that is only in memory", async () => {
    const { store } = here.start();
    expect(await store.unlock()).toEqual({ ok: false, why: "noKey" });
    await store.keep(key, { way: "session" });
    expect(await store.unlock()).toEqual({ ok: true });
  });

  test("unlocks with the longest passphrase", async () => {
    const most = "p".repeat(PASSPHRASE_MAX_CHARS);
    await here.start().store.keep(key, { way: "passphrase", passphrase: most });
    expect((await unlock(most)).unlocked).toEqual({ ok: true });
  });

  test("refuses a passphrase that is too short", async () => {
    const { store, session } = here.start();
    await offerCredential(session, key, { way: "passphrase", passphrase: "1234567" });
    expect(await store.takeOffered()).toBeUndefined();
    expect(session.all()).toEqual({});
  });
});

describe("stored data that is invalid", () => {
  /** The same with one flipped bit in a base64 property. */
  function flipped(stored: Record<string, unknown>, name: string) {
    const raw = atob(stored[name] as string);
    const bytes = Uint8Array.from(raw, (char) => char.charCodeAt(0));
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    return { ...stored, [name]: btoa(String.fromCharCode(...bytes)) };
  }

  async function heldWith(stored: unknown) {
    await here.local.set({ [AT_REST]: stored });
    const before = here.stored();
    const held = await here.start().store.held();
    expect(here.stored()).toEqual(before);
    return held;
  }

  test.each(["iv", "data"])("a flipped bit in %s of a key on this device", async (name) => {
    await here.start().store.keep(key, device);
    expect(await heldWith(flipped(here.stored() as never, name))).toEqual({
      state: "unreadable",
      why: "keyDamaged",
    });
  });

  test.each(["iv", "data", "salt"])(
    "a flipped bit in %s of a key with a passphrase",
    async (name) => {
      await here.start().store.keep(key, withPassphrase);
      expect(await heldWith(flipped(here.stored() as never, name))).toEqual({ state: "locked" });
      const { session, store } = here.start();
      await offerPassphrase(session, PASSPHRASE);
      expect(await store.unlock()).toEqual({ ok: false, why: "wrongPassphrase" });
    },
  );

  test("more rounds than it was encrypted with: the header is part of the seal", async () => {
    await here.start().store.keep(key, withPassphrase);
    await heldWith({ ...(here.stored() as object), rounds: PBKDF2_ROUNDS + 1 });
    const { session, store } = here.start();
    await offerPassphrase(session, PASSPHRASE);
    expect(await store.unlock()).toEqual({ ok: false, why: "wrongPassphrase" });
  });

  test("fewer rounds than the minimum are refused before anything is derived", async () => {
    await here.start().store.keep(key, withPassphrase);
    const weak = { ...(here.stored() as object), rounds: PBKDF2_ROUNDS - 1 };
    expect(await heldWith(weak)).toEqual({ state: "unreadable", why: "keyWeak" });
    const { session, store } = here.start();
    await offerPassphrase(session, PASSPHRASE);
    expect(await store.unlock()).toEqual({ ok: false, why: "keyWeak" });
  });

  test.each<[what: string, change: (stored: { iv: string; salt: string }) => object]>([
    ["an IV that starts with invalid base64", ({ iv }) => ({ iv: `!${iv.slice(1)}` })],
    ["an IV that ends with invalid base64", ({ iv }) => ({ iv: `${iv.slice(1)}!` })],
    ["a salt of another length", ({ salt }) => ({ salt: salt.slice(4) })],
    [
      "a salt with invalid base64",
      ({ salt }) => ({ salt: `${salt.slice(0, 9)} ${salt.slice(10)}` }),
    ],
    ["another derivation", () => ({ kdf: "" })],
    ["a fraction of a round", () => ({ rounds: PBKDF2_ROUNDS + 0.5 })],
    ["zero rounds", () => ({ rounds: 0 })],
    ["more rounds than anyone waits for", () => ({ rounds: PBKDF2_ROUNDS_MAX + 1 })],
    ["more data than a key can have", () => ({ data: "a".repeat(16 * CREDENTIAL_MAX_CHARS + 1) })],
    ["a version of another type", () => ({ version: "2" })],
    ["an older version", () => ({ version: 0 })],
    ["an additional property", () => ({ more: 1 })],
  ])(
    "%s, in a key with a passphrase, is noticed before the passphrase is requested",
    async (_, change) => {
      await here.start().store.keep(key, withPassphrase);
      const stored = here.stored() as { iv: string; salt: string };
      const wrong = { ...stored, ...change(stored) };
      expect(await heldWith(wrong)).toEqual({ state: "unreadable", why: "keyDamaged" });
    },
  );

  test.each<[what: string, change: object]>([
    ["the maximum number of rounds", { rounds: PBKDF2_ROUNDS_MAX }],
    ["the maximum size of a key's data", { data: "a".repeat(16 * CREDENTIAL_MAX_CHARS) }],
    ["the minimum size", { data: "a".repeat(24) }],
  ])("accepts %s in a key with a passphrase", async (_, change) => {
    await here.start().store.keep(key, withPassphrase);
    expect(await heldWith({ ...(here.stored() as object), ...change })).toEqual({
      state: "locked",
    });
  });

  test("an invalid ID of the browser's key", async () => {
    await here.start().store.keep(key, device);
    for (const [keyId, why] of [
      ["", "keyDamaged"],
      ["k".repeat(65), "keyDamaged"],
      ["k".repeat(64), "deviceKeyLost"],
    ])
      expect(await heldWith({ ...(here.stored() as object), keyId })).toEqual({
        state: "unreadable",
        why,
      });
  });

  test("a newer version of data that is otherwise valid", async () => {
    await here.start().store.keep(key, withPassphrase);
    expect(await heldWith({ ...(here.stored() as object), version: 2 })).toEqual({
      state: "unreadable",
      why: "keyNewer",
    });
  });

  test("a newer version", async () => {
    const newer = { version: 2, way: "device", what: "ever" };
    expect(await heldWith(newer)).toEqual({ state: "unreadable", why: "keyNewer" });
  });

  test.each([
    ["just text", "ciphertext"],
    ["null", null],
    ["an unknown way", { version: 1, way: "cloud" }],
    [
      "an additional property",
      { version: 1, way: "device", keyId: "k", iv: "", data: "", more: 1 },
    ],
    ["__proto__", JSON.parse('{"__proto__":{"version":1}}')],
  ])("%s", async (_, stored) => {
    expect(await heldWith(stored)).toEqual({ state: "unreadable", why: "keyDamaged" });
  });

  test.each([device, withPassphrase])("truncated, $way", async (keeping) => {
    await here.start().store.keep(key, keeping);
    const stored = here.stored() as { data: string; iv: string };
    for (const cut of [
      { ...stored, data: stored.data.slice(0, 20) },
      { ...stored, iv: stored.iv.slice(0, 8) },
      { ...stored, iv: undefined },
    ])
      expect(await heldWith(cut)).toEqual({ state: "unreadable", why: "keyDamaged" });
  });

  test("ignores a key in clear text, which no version ever stored", async () => {
    expect(await heldWith(key)).toEqual({ state: "unreadable", why: "keyDamaged" });
  });
});

describe("changing the way", () => {
  const ways: Keeping[] = [{ way: "session" }, device, withPassphrase];
  const pairs = ways.flatMap((from) => ways.map((to) => [from, to] as const));

  test.each(pairs)("$0.way to $1.way leaves no copy of the old one", async (from, to) => {
    const keys = memoryDeviceKeys();
    here = browser(keys);
    const { store, session } = here.start();
    await store.keep(key, from);
    const old = JSON.stringify(here.stored() ?? null);
    await offerKeeping(session, to);
    expect(await store.keepAsOffered()).toEqual({ ok: true });
    expect(await store.held()).toEqual({ state: "held", credential: key, way: to.way });
    expect(keys.all.size).toBe(to.way === "device" ? 1 : 0);
    expect(session.all()).not.toHaveProperty(["credential.keeping"]);
    if (to.way === "session") expect(here.local.all()).toEqual({});
    else expect(JSON.stringify(here.stored())).not.toBe(old);
  });

  test("a locked key isn't changed", async () => {
    await here.start().store.keep(key, withPassphrase);
    const before = here.stored();
    const { store, session } = here.start();
    await offerKeeping(session, { way: "session" });
    expect(await store.keepAsOffered()).toEqual({ ok: false, why: "keyLocked" });
    expect(here.stored()).toEqual(before);
  });

  test("a key isn't changed without a valid offer", async () => {
    const { store, session } = here.start();
    await store.keep(key, device);
    expect(await store.keepAsOffered()).toEqual({ ok: false, why: "keyLocked" });
    await offerKeeping(session, { way: "passphrase", passphrase: "1234567" });
    expect(await store.keepAsOffered()).toEqual({ ok: false, why: "keyLocked" });
    expect(await store.held()).toMatchObject({ state: "held", way: "device" });
  });

  test("ignores a key in use that can't be read", async () => {
    const { store, session } = here.start();
    await session.set({ credential: { way: "cloud", credential: key } });
    expect(await store.held()).toEqual({ state: "none" });
    await session.set({ credential: { way: "session", credential: key, more: 1 } });
    expect(await store.held()).toEqual({ state: "none" });
  });

  test("removing works if the browser has no IndexedDB", async () => {
    const none = () => Promise.reject(new Error("no IndexedDB"));
    here = browser({ get: none, create: none, keepOnly: none });
    const { store, session } = here.start();
    await store.keep(key, withPassphrase);
    await store.forget();
    expect(session.all()).toEqual({});
    expect(here.local.all()).toEqual({});
  });

  test.each(ways)("removing deletes every copy: $way", async (keeping) => {
    const keys = memoryDeviceKeys();
    here = browser(keys);
    const { store, session } = here.start();
    await store.keep(key, keeping);
    await offerCredential(session, key, device);
    await offerPassphrase(session, PASSPHRASE);
    await offerKeeping(session, device);
    await store.forget();
    expect(session.all()).toEqual({});
    expect(here.local.all()).toEqual({});
    expect(keys.all.size).toBe(0);
    expect(await store.held()).toEqual({ state: "none" });
  });
});

describe("as the organization requires", () => {
  const ways: Keeping[] = [{ way: "session" }, device, withPassphrase];
  /** Only the user can choose a passphrase: until then, the key is in memory. */
  const pairs = ways.flatMap((from) => [
    [from, "session", "session"] as const,
    [from, "device", "device"] as const,
    [from, "passphrase", from.way === "passphrase" ? "passphrase" : "session"] as const,
  ]);

  test.each(pairs)("$0.way to $1: it is stored $2, with no other copy", async (from, to, kept) => {
    const keys = memoryDeviceKeys();
    here = browser(keys);
    const { store } = here.start();
    await store.keep(key, from);
    await store.keepAsPrescribed(to);
    expect(await store.held()).toEqual({ state: "held", credential: key, way: kept });
    expect(keys.all.size).toBe(kept === "device" ? 1 : 0);
    if (kept === "session") expect(here.local.all()).toEqual({});
    else expect(here.stored()).toMatchObject({ way: kept });
  });

  test("finds a key on the device that wasn't in use yet", async () => {
    await here.start().store.keep(key, device);
    const { store } = here.start();
    await store.keepAsPrescribed("session");
    expect(here.local.all()).toEqual({});
    expect(await store.held()).toMatchObject({ state: "held", way: "session" });
  });

  test("a locked key stays until it is unlocked, as does one that can't be read", async () => {
    await here.start().store.keep(key, withPassphrase);
    const before = here.stored();
    await here.start().store.keepAsPrescribed("device");
    expect(here.stored()).toEqual(before);
    await here.local.set({ [AT_REST]: "damaged" });
    await here.start().store.keepAsPrescribed("session");
    expect(here.stored()).toBe("damaged");
  });

  test("on the device, if nothing can be stored there: only in memory", async () => {
    here = browser({
      get: () => Promise.reject(new Error("no IndexedDB")),
      create: () => Promise.reject(new Error("no IndexedDB")),
      keepOnly: () => Promise.reject(new Error("no IndexedDB")),
    });
    const { store } = here.start();
    await store.keep(key, withPassphrase);
    await store.keepAsPrescribed("device");
    expect(await store.held()).toMatchObject({ state: "held", way: "session" });
    expect(here.local.all()).toEqual({});
  });

  test("no page can change it to another way", async () => {
    const { store, session } = here.start();
    await store.keep(key, { way: "session" });
    await offerKeeping(session, device);
    expect(await store.keepAsOffered("session")).toEqual({ ok: false, why: "setByPolicy" });
    expect(here.local.all()).toEqual({});
    await offerKeeping(session, device);
    expect(await store.keepAsOffered("device")).toEqual({ ok: true });
  });
});

test("two keys are the same only if all their properties are", () => {
  expect(isSameCredential({ ...key }, key)).toBe(true);
  expect(isSameCredential({ ...key, clientSecret: "other" }, key)).toBe(false);
  expect(isSameCredential(undefined, key)).toBe(false);
});
