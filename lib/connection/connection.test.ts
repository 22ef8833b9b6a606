import { describe, expect, test } from "vitest";
import { createCredentialStore } from "../credentials/credential-store.ts";
import type { Keeping } from "../credentials/keeping.ts";
import { memoryDeviceKeys } from "../credentials/memory-device-keys.ts";
import { offerCredential, offerKeeping, offerPassphrase } from "../credentials/offer.ts";
import { useQuickPbkdf2 } from "../credentials/quick-pbkdf2.ts";
import {
  type Credential,
  type KeycardClient,
  type KeycardError,
  type Result,
  type Zone,
  zoneId,
} from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import { followSettings } from "../settings/followed-settings.ts";
import { createConnections } from "./connection.ts";

useQuickPbkdf2();

const key: Credential = { kind: "api-key", key: "first" };
const other: Credential = { kind: "api-key", key: "second" };
const acme: Zone = { id: zoneId("acme"), name: "Acme", slug: "acme" };
const unauthorized: KeycardError = { why: "keyRefused", status: 401, message: "bad key" };
const forbidden: KeycardError = { why: "forbidden", status: 403, message: "may not list" };

/** An API that lists one zone to everybody, unless told otherwise. */
function setUp(
  list: () => Result<Zone[]> | Promise<Result<Zone[]>> = () => ({ ok: true, value: [acme] }),
) {
  const session = memoryArea();
  const local = memoryArea();
  const settings = followSettings(local);
  const seen: Credential[] = [];
  const tokens: string[] = [];
  const priorities = new Set<string>();
  /** What reading a zone comes to. */
  const zone: { error?: KeycardError } = {};
  const deviceKeys = memoryDeviceKeys();
  const changes = { count: 0 };
  const gone = { count: 0 };
  const clock = { now: 0 };
  const credentials = createCredentialStore({
    session,
    local,
    deviceKeys,
    lockAfterMs: async () => 60_000,
    now: () => clock.now,
  });
  const client = (credential: Credential, kept: "kept" | "on-trial"): KeycardClient => {
    seen.push(credential);
    tokens.push(kept);
    return {
      async listZones() {
        const zones = await list();
        return zones.ok
          ? {
              ok: true,
              value: {
                items: zones.value,
                after: undefined,
                unread: 0,
                before: undefined,
                totalCount: undefined,
              },
            }
          : zones;
      },
      async retrieveZone(id) {
        if (zone.error) return { ok: false, error: zone.error };
        return id === acme.id
          ? { ok: true, value: acme }
          : { ok: false, error: { why: "notFound", status: 404, message: "no such zone" } };
      },
      listUsers: () => Promise.reject(new Error("not asked for here")),
      retrieveUser: () => Promise.reject(new Error("not asked for here")),
      listDirectRoles: () => Promise.reject(new Error("not asked for here")),
      listGroupRoles: () => Promise.reject(new Error("not asked for here")),
      listSessions: () => Promise.reject(new Error("not asked for here")),
      listGrants: () => Promise.reject(new Error("not asked for here")),
      retrieveNamed: () => Promise.reject(new Error("not asked for here")),
      listNamed: () => Promise.reject(new Error("not asked for here")),
    };
  };
  const open = (ofWorker = settings) =>
    createConnections({
      credentials,
      session,
      settings: ofWorker,
      client,
      traffic: {
        run(call, { priority }) {
          priorities.add(priority);
          return call();
        },
      },
      onChange: async () => {
        changes.count += 1;
      },
      onGone: async () => {
        gone.count += 1;
      },
      now: () => clock.now,
      elapsed: () => clock.now,
    });
  const connections = open();
  const connect = async (credential: Credential, keeping: Keeping = { way: "session" }) => {
    await offerCredential(session, credential, keeping);
    return connections.connect();
  };
  /** What look-ups are made with. */
  async function using() {
    const current = await connections.current();
    if (!current.ok) throw new Error(current.failure.why);
    return current.using;
  }
  return {
    connections,
    connect,
    using,
    /** As a worker that has just started has them. */
    restart: () => open(followSettings(local)),
    session,
    local,
    settings,
    deviceKeys,
    seen,
    tokens,
    priorities,
    zone,
    changes,
    gone,
    clock,
  };
}

describe("connecting", () => {
  test("a key that works is kept, in session storage only, and never answered back", async () => {
    const { connect, session, local } = setUp();
    const reply = await connect(key);
    expect(reply).toEqual({
      state: "connected",
      connection: { state: "no-zone", keyKind: "api-key", way: "session" },
      zones: { state: "listed", zones: [{ id: "acme", name: "Acme", slug: "acme" }] },
    });
    expect(session.all()).toMatchObject({ credential: { way: "session", credential: key } });
    expect(JSON.stringify(local.all())).not.toContain("first");
  });

  test("a key that is refused is dropped, and the one before stays", async () => {
    let good = true;
    const { connect, session } = setUp(() =>
      good ? { ok: true, value: [acme] } : { ok: false, error: unauthorized },
    );
    await connect(key);
    good = false;
    expect(await connect(other)).toMatchObject({
      state: "failed",
      failure: { why: "keyRefused" },
    });
    expect(session.all()).toMatchObject({ credential: { way: "session", credential: key } });
  });

  test("a key that may not list zones is a good key", async () => {
    const { connect } = setUp(() => ({ ok: false, error: forbidden }));
    expect(await connect(key)).toMatchObject({ state: "connected", zones: { state: "unlisted" } });
  });

  test("a zone that the new key does not read is let go; one that it reads stays", async () => {
    const { connect, connections, settings } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    await connect(other);
    expect(await connections.state()).toMatchObject({ state: "ready", zone: { id: "acme" } });
    await settings.change({ zone: { id: "elsewhere" } });
    await connect(key);
    expect(await connections.state()).toEqual({
      state: "no-zone",
      keyKind: "api-key",
      way: "session",
    });
  });

  test.each<[KeycardError, string]>([
    [forbidden, "no-zone"],
    [{ why: "notFound", status: 404, message: "no such zone" }, "no-zone"],
    [{ why: "network", message: "gone" }, "ready"],
    [{ why: "server", status: 500, message: "down" }, "ready"],
  ])("$why when the new key reads the zone: %s", async (error, state) => {
    const { connect, connections, zone } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    zone.error = error;
    expect(await connect(other)).toMatchObject({ connection: { state } });
  });

  test("what was asked with the key before is of no use any more, its token neither", async () => {
    const { connect, connections, using, session, changes, tokens } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    const before = await using();
    await session.set({ token: { token: "t" } });
    const { count } = changes;
    await connect(other);
    expect(changes.count).toBe(count + 1);
    expect(session.all()).not.toHaveProperty("token");
    const after = await using();
    expect(after.client).not.toBe(before.client);
    expect(after.scope).not.toBe(before.scope);
    expect(tokens).toEqual(["on-trial", "kept", "on-trial", "kept"]);
  });

  test("a key that the device cannot keep is not kept at all", async () => {
    const { connect, connections, deviceKeys } = setUp();
    deviceKeys.create = () => Promise.reject(new Error("no IndexedDB"));
    expect(await connect(key, { way: "device" })).toEqual({
      state: "failed",
      failure: { why: "noDeviceStore" },
    });
    expect(await connections.state()).toEqual({ state: "no-key" });
  });

  test("everything of it is asked before what lists want", async () => {
    const { connect, connections, priorities } = setUp();
    await connect(key);
    await connections.zones();
    await connections.chooseZone("acme");
    expect([...priorities]).toEqual(["person"]);
  });

  test("nothing offered: says that no key is there", async () => {
    expect(await setUp().connections.connect()).toEqual({
      state: "failed",
      failure: { why: "noKey" },
    });
  });

  test("forgetting removes the key and its token, and whom it showed", async () => {
    const { connect, connections, session, gone } = setUp();
    await connect(key);
    await session.set({ token: { token: "t" } });
    await connections.forgetKey();
    expect(gone.count).toBe(1);
    expect(session.all()).toEqual({});
    expect(await connections.state()).toEqual({ state: "no-key" });
  });
});

describe("a key that is kept", () => {
  test("and cannot be read: says why", async () => {
    const { connections, local } = setUp();
    await local.set({ credential: "nothing of ours" });
    const failure = { why: "keyDamaged" };
    expect(await connections.state()).toEqual({ state: "unreadable", ...failure });
    expect(await connections.current()).toEqual({ ok: false, failure });
    expect(await connections.zones()).toEqual({ state: "failed", failure });
    expect(await connections.chooseZone("acme")).toEqual({ state: "failed", failure });
    expect(await connections.unlock()).toEqual({ state: "failed", failure });
  });

  test("is kept in another way when a page offers one", async () => {
    const { connect, connections, session } = setUp();
    await connect(key);
    await offerKeeping(session, { way: "device" });
    expect(await connections.keepOtherwise()).toEqual({
      state: "kept",
      connection: { state: "no-zone", keyKind: "api-key", way: "device" },
    });
  });

  test("gone though nobody forgot it here: what was asked with it is of no use any more", async () => {
    const { connect, connections, session, changes } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    await connections.current();
    await session.remove("credential");
    await session.set({ token: { token: "t" } });
    const before = changes.count;
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "noKey" } });
    expect(changes.count).toBe(before + 1);
    expect(session.all()).not.toHaveProperty("token");
    // Once it is known nothing changes any more.
    await connections.current();
    expect(changes.count).toBe(before + 1);
  });
});

describe("a key with a passphrase", () => {
  const keeping: Keeping = { way: "passphrase", passphrase: "correct horse" };

  test("is locked by hand: nobody is looked up, nobody is remembered, until it is unlocked", async () => {
    const { connections, connect, session, gone } = setUp();
    await connect(key, keeping);
    await connections.chooseZone("acme");
    await session.set({ token: { token: "t" } });
    await connections.lock();
    expect(gone.count).toBe(1);
    expect(session.all()).toEqual({});
    expect(await connections.state()).toEqual({ state: "locked" });
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "keyLocked" } });
    expect(await connections.zones()).toEqual({
      state: "failed",
      failure: { why: "keyLocked" },
    });
    await offerPassphrase(session, "wrong horse");
    expect(await connections.unlock()).toEqual({
      state: "failed",
      failure: { why: "wrongPassphrase" },
    });
    await offerPassphrase(session, "correct horse");
    expect(await connections.unlock()).toMatchObject({
      state: "unlocked",
      connection: { state: "ready", way: "passphrase" },
    });
    expect(await connections.current()).toMatchObject({ ok: true });
  });

  test("is locked by the time alone, at the first use after it, though no alarm came", async () => {
    const { connections, connect, clock, changes } = setUp();
    await connect(key, keeping);
    await connections.chooseZone("acme");
    clock.now = 50_000;
    expect(await connections.current()).toMatchObject({ ok: true });
    // The use has moved the moment.
    clock.now = 100_000;
    expect(await connections.current()).toMatchObject({ ok: true });
    const before = changes.count;
    clock.now = 160_000;
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "keyLocked" } });
    expect(changes.count).toBeGreaterThan(before);
  });

  test("locked by the time while no worker lived: what is kept of people goes all the same", async () => {
    const { restart, connect, clock, session, changes } = setUp();
    await connect(key, keeping);
    await session.set({ token: { token: "t" } });
    const before = changes.count;
    clock.now = 60_000;
    expect(await restart().current()).toEqual({ ok: false, failure: { why: "keyLocked" } });
    expect(changes.count).toBe(before + 1);
    expect(session.all()).toEqual({});
  });

  test("unlocked, it is told that another key holds now", async () => {
    const { connections, connect, session, changes } = setUp();
    await connect(key, keeping);
    await connections.lock();
    const before = changes.count;
    await offerPassphrase(session, "correct horse");
    await connections.unlock();
    expect(changes.count).toBe(before + 1);
  });

  test("says when it would be locked", async () => {
    const { connections, connect, clock, gone } = setUp();
    await connect(key, keeping);
    clock.now = 59_000;
    expect(await connections.lockIfIdle()).toBe(60_000);
    clock.now = 60_000;
    expect(await connections.lockIfIdle()).toBeUndefined();
    expect(gone.count).toBe(1);
  });

  test("any other key is never locked", async () => {
    const { connections, connect, clock, gone } = setUp();
    await connect(key, { way: "device" });
    await connections.lock();
    clock.now = 1e9;
    expect(await connections.lockIfIdle()).toBeUndefined();
    expect(await connections.state()).toMatchObject({ state: "no-zone", way: "device" });
    expect(gone.count).toBe(0);
  });
});

describe("the zone", () => {
  test("is read with the key before it is kept", async () => {
    const { connect, connections } = setUp();
    await connect(key);
    expect(await connections.chooseZone("nowhere")).toMatchObject({
      state: "failed",
      failure: { why: "zoneNotFound" },
    });
    expect(await connections.state()).toMatchObject({ state: "no-zone" });
    expect(await connections.chooseZone("acme")).toMatchObject({
      state: "chosen",
      zone: { name: "Acme" },
    });
    expect(await connections.current()).toMatchObject({
      ok: true,
      using: { zone: { id: "acme" } },
    });
  });

  test("look-ups without key or zone say which is missing", async () => {
    const { connect, connections } = setUp();
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "noKey" } });
    await connect(key);
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "noZone" } });
  });

  test("one client as long as the key stays: its token is exchanged once", async () => {
    const { connect, connections, seen } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    await connections.current();
    await connections.current();
    expect(seen).toHaveLength(2);
  });

  test("another zone is told of, and holds for the next look-up", async () => {
    const { connect, connections, settings, using, changes } = setUp();
    await connect(key);
    await settings.change({ zone: { id: "elsewhere" } });
    expect(await using()).toMatchObject({ zone: { id: "elsewhere" } });
    const before = changes.count;
    await connections.chooseZone("acme");
    expect(changes.count).toBe(before + 1);
    expect(await using()).toMatchObject({ zone: { id: "acme" } });
  });

  test("each has a scope of its own, which is a digest and always the same", async () => {
    const { connect, connections, settings, using } = setUp();
    await connect(key);
    const read = async (id: string) => {
      await settings.change({ zone: { id } });
      await connections.followPolicy();
      return (await using()).scope;
    };
    const scopes: string[] = [];
    for (let n = 0; n < 20; n++) scopes.push(await read(`zone${n}`));
    for (const scope of scopes) expect(scope).toMatch(/^[\da-f]{16}$/);
    expect(new Set(scopes).size).toBe(20);
    expect(await read("zone0")).toBe(scopes[0]);
  });

  test("storage that fails once costs one look-up", async () => {
    const { connect, connections, local, restart } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    const woken = restart();
    const { get } = local;
    local.get = () => Promise.reject(new Error("busy"));
    await expect(woken.current()).rejects.toThrow("busy");
    local.get = get;
    expect(await woken.current()).toMatchObject({ ok: true });
  });
});

describe("the list of zones", () => {
  test("is asked for once in 5 minutes, and anew with another key", async () => {
    let lists = 0;
    const { connect, connections, clock } = setUp(() => {
      lists += 1;
      return { ok: true, value: [acme] };
    });
    clock.now = 1_000;
    await connect(key);
    const listed = { state: "listed", zones: [{ id: "acme", name: "Acme", slug: "acme" }] };
    expect(await connections.zones()).toEqual(listed);
    clock.now += CACHE_FRESH_MS - 1;
    expect(await connections.zones()).toEqual(listed);
    expect(lists).toBe(2);
    clock.now += 1;
    await connections.zones();
    expect(lists).toBe(3);
    await connect(other);
    await connections.zones();
    expect(lists).toBe(5);
  });

  test("that failed is asked for anew; that there is none is known", async () => {
    const replies: Result<Zone[]>[] = [
      { ok: true, value: [acme] },
      { ok: false, error: { why: "network", message: "gone" } },
      { ok: false, error: forbidden },
    ];
    const { connect, connections } = setUp(() => replies.shift() ?? { ok: true, value: [acme] });
    await connect(key);
    expect(await connections.zones()).toEqual({ state: "failed", failure: { why: "network" } });
    expect(await connections.zones()).toEqual({ state: "unlisted" });
    expect(await connections.zones()).toEqual({ state: "unlisted" });
  });

  test("in which the zone in use does not stand, or that nobody may see, leaves it as it is", async () => {
    const replies: Result<Zone[]>[] = [
      { ok: true, value: [acme] },
      { ok: true, value: [{ id: zoneId("other"), name: "Other" }] },
      { ok: false, error: forbidden },
    ];
    const { connect, connections, clock } = setUp(
      () => replies.shift() ?? { ok: true, value: [acme] },
    );
    await connect(key);
    await connections.chooseZone("acme");
    for (const state of ["listed", "unlisted"]) {
      clock.now += CACHE_FRESH_MS;
      expect(await connections.zones()).toMatchObject({ state });
      expect(await connections.state()).toMatchObject({ zone: { id: "acme", name: "Acme" } });
    }
  });

  test("tells the name of the zone in use when that is another than before", async () => {
    const renamed = { ...acme, name: "Acme Ltd" };
    const zones = [{ id: zoneId("first"), name: "First" }, acme];
    const { connect, connections, using } = setUp(() => ({ ok: true, value: zones }));
    await connect(key);
    await connections.chooseZone("acme");
    await connections.zones();
    expect(await using()).toMatchObject({ zone: { id: "acme", name: "Acme" } });
    zones[1] = renamed;
    await connect(key);
    expect(await using()).toMatchObject({ zone: { id: "acme", name: "Acme Ltd" } });
  });
});

describe("what the organization sets", () => {
  const device: Keeping = { way: "device" };

  test("a key is kept in no other way, by whatever a page asks", async () => {
    const { connect, connections, local, settings, session, seen } = setUp();
    await settings.takePolicy(async () => ({ keepKey: "session" }));
    expect(await connect(key, device)).toEqual({
      state: "failed",
      failure: { why: "setByPolicy" },
    });
    // It was not even tried.
    expect(seen).toEqual([]);
    expect(await connect(key)).toMatchObject({ state: "connected" });
    await offerKeeping(session, device);
    expect(await connections.keepOtherwise()).toEqual({
      state: "failed",
      failure: { why: "setByPolicy" },
    });
    expect(local.all()).not.toHaveProperty("credential");
  });

  test("a key that is kept otherwise is changed over when the policy comes, a locked one when it is unlocked", async () => {
    const { connect, connections, local, settings, session, changes } = setUp();
    await connect(key, { way: "passphrase", passphrase: "correct horse" });
    await settings.takePolicy(async () => ({ keepKey: "session" }));
    await connections.lock();
    await connections.followPolicy();
    expect(await connections.state()).toEqual({ state: "locked" });
    await offerPassphrase(session, "correct horse");
    expect(await connections.unlock()).toMatchObject({ connection: { way: "session" } });
    expect(local.all()).not.toHaveProperty("credential");

    await settings.takePolicy(async () => ({ keepKey: "device" }));
    const before = changes.count;
    await connections.followPolicy();
    expect(await connections.state()).toMatchObject({ way: "device" });
    expect(changes.count).toBe(before + 1);
  });

  test("the zone is used without a choice, gets its name from the list, and is no page's to change", async () => {
    const { connect, connections, settings } = setUp();
    await settings.takePolicy(async () => ({ zone: "acme" }));
    const zone = { id: "acme", name: "Acme", slug: "acme" };
    expect(await connect(key)).toMatchObject({ connection: { state: "ready", zone } });
    expect(await connections.current()).toMatchObject({ ok: true, using: { zone } });
    expect(await connections.chooseZone("other")).toEqual({
      state: "failed",
      failure: { why: "setByPolicy" },
    });
    expect(await connections.chooseZone("acme")).toMatchObject({ state: "chosen" });
  });

  test("the zone's name is known to look-ups as soon as it is listed", async () => {
    let error: KeycardError | undefined = forbidden;
    const { connect, connections, settings, using } = setUp(() =>
      error ? { ok: false, error } : { ok: true, value: [acme] },
    );
    await settings.takePolicy(async () => ({ zone: "acme" }));
    await connect(key);
    expect((await using()).zone).toEqual({ id: "acme" });
    error = undefined;
    await connections.zones();
    expect((await using()).zone).toEqual({ id: "acme", name: "Acme", slug: "acme" });
  });

  test("a key that is just being tried is kept as the policy wants that comes meanwhile", async () => {
    const { connect, local, settings } = setUp(async () => {
      await settings.takePolicy(async () => ({ keepKey: "session" }));
      return { ok: true, value: [acme] };
    });
    expect(await connect(key, device)).toMatchObject({ connection: { way: "session" } });
    expect(local.all()).not.toHaveProperty("credential");
  });

  test("a policy that says nothing of the key leaves it where it is", async () => {
    const { connect, connections } = setUp();
    await connect(key, device);
    await connections.followPolicy();
    expect(await connections.state()).toMatchObject({ way: "device" });
  });

  test("another policy holds for the next look-up", async () => {
    const { connect, connections, settings } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    expect(await connections.current()).toMatchObject({ using: { keepMs: 60 * 60_000 } });
    await settings.takePolicy(async () => ({ cacheMin: 0, zone: "theirs" }));
    await connections.followPolicy();
    expect(await connections.current()).toMatchObject({
      using: { keepMs: 0, zone: { id: "theirs" } },
    });
  });
});

describe("a device with no room left", () => {
  const full = ({ local }: ReturnType<typeof setUp>) => {
    local.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
  };

  test("keeps a key in memory, or says that it cannot be kept; a name that is not kept costs nothing", async () => {
    const here = setUp();
    await here.settings.change({ zone: { id: acme.id } });
    full(here);
    expect(await here.connect(key)).toMatchObject({ state: "connected" });
    const ways: Keeping[] = [{ way: "device" }, { way: "passphrase", passphrase: "correct horse" }];
    for (const keeping of ways)
      expect(await here.connect(key, keeping)).toEqual({
        state: "failed",
        failure: { why: "noDeviceStore" },
      });
    expect(await here.connections.state()).toMatchObject({ state: "ready", way: "session" });
  });

  test("says that a zone cannot be chosen, and stays with the one before", async () => {
    const here = setUp();
    await here.connect(key);
    full(here);
    expect(await here.connections.chooseZone(acme.id)).toEqual({
      state: "failed",
      failure: { why: "noDeviceStore" },
    });
    expect(await here.connections.state()).toMatchObject({ state: "no-zone" });
  });
});
