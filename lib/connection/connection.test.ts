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

/** An API that lists one zone to everyone by default. */
function setUp(
  list: () => Result<Zone[]> | Promise<Result<Zone[]>> = () => ({ ok: true, value: [acme] }),
) {
  const session = memoryArea();
  const local = memoryArea();
  const settings = followSettings(local);
  const seen: Credential[] = [];
  const tokens: string[] = [];
  const priorities = new Set<string>();
  /** The result of reading a zone. */
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
  /** What lookups are made with. */
  async function using() {
    const current = await connections.current();
    if (!current.ok) throw new Error(current.failure.why);
    return current.using;
  }
  return {
    connections,
    connect,
    using,
    /** The connections of a worker that has just started. */
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
  test("stores a key that works, only in session storage, and never returns it", async () => {
    const { connect, session, local } = setUp();
    const reply = await connect(key);
    expect(reply).toStrictEqual({
      state: "connected",
      connection: { state: "no-zone", keyKind: "api-key", way: "session" },
      zones: { state: "listed", zones: [{ id: "acme", name: "Acme", slug: "acme" }] },
    });
    expect(session.all()).toMatchObject({ credential: { way: "session", credential: key } });
    expect(JSON.stringify(local.all())).not.toContain("first");
  });

  test("drops a key that is refused, and keeps the previous one", async () => {
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

  test("a key that can't list zones is valid", async () => {
    const { connect } = setUp(() => ({ ok: false, error: forbidden }));
    expect(await connect(key)).toMatchObject({ state: "connected", zones: { state: "unlisted" } });
  });

  test("drops a zone that the new key can't read, and keeps one that it can", async () => {
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

  test("discards what was requested with the previous key, and its token", async () => {
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

  test("doesn't store a key at all that the device can't store", async () => {
    const { connect, connections, deviceKeys } = setUp();
    deviceKeys.create = () => Promise.reject(new Error("no IndexedDB"));
    expect(await connect(key, { way: "device" })).toEqual({
      state: "failed",
      failure: { why: "noDeviceStore" },
    });
    expect(await connections.state()).toEqual({ state: "no-key" });
  });

  test("sends all of its requests before those of lists", async () => {
    const { connect, connections, priorities } = setUp();
    await connect(key);
    await connections.zones();
    await connections.chooseZone("acme");
    expect([...priorities]).toEqual(["person"]);
  });

  test("without an offer, says that there is no key", async () => {
    expect(await setUp().connections.connect()).toEqual({
      state: "failed",
      failure: { why: "noKey" },
    });
  });

  test("removing the key also removes its token, and the people that it has shown", async () => {
    const { connect, connections, session, gone } = setUp();
    await connect(key);
    await session.set({ token: { token: "t" } });
    await connections.forgetKey();
    expect(gone.count).toBe(1);
    expect(session.all()).toEqual({});
    expect(await connections.state()).toEqual({ state: "no-key" });
  });
});

describe("a stored key", () => {
  test("reports when it expires, if it says so itself", async () => {
    const { connect, connections } = setUp();
    await connect({ kind: "api-key", key: `e30.${btoa('{"exp":2000}')}.c2ln` });
    expect(await connections.state()).toMatchObject({ state: "no-zone", expiresAt: 2_000_000 });
  });

  test("that can't be read: says why", async () => {
    const { connections, local } = setUp();
    await local.set({ credential: "nothing of ours" });
    const failure = { why: "keyDamaged" };
    expect(await connections.state()).toEqual({ state: "unreadable", ...failure });
    expect(await connections.current()).toEqual({ ok: false, failure });
    expect(await connections.zones()).toEqual({ state: "failed", failure });
    expect(await connections.chooseZone("acme")).toEqual({ state: "failed", failure });
    expect(await connections.unlock()).toEqual({ state: "failed", failure });
  });

  test("is stored in another way when a page offers one", async () => {
    const { connect, connections, session } = setUp();
    await connect(key);
    await offerKeeping(session, { way: "device" });
    expect(await connections.keepOtherwise()).toEqual({
      state: "kept",
      connection: { state: "no-zone", keyKind: "api-key", way: "device" },
    });
  });

  test("that is gone although it wasn't removed here: what was requested with it is discarded", async () => {
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
    // Once that is known, nothing changes any more.
    await connections.current();
    expect(changes.count).toBe(before + 1);
  });
});

describe("a key with a passphrase", () => {
  const keeping: Keeping = { way: "passphrase", passphrase: "correct horse" };

  test("is locked by hand: no one can be looked up, and no one is remembered, until it is unlocked", async () => {
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

  test("is locked by the time alone, at the first use after it, even without an alarm", async () => {
    const { connections, connect, clock, changes } = setUp();
    await connect(key, keeping);
    await connections.chooseZone("acme");
    clock.now = 50_000;
    expect(await connections.current()).toMatchObject({ ok: true });
    // The use has moved that time.
    clock.now = 100_000;
    expect(await connections.current()).toMatchObject({ ok: true });
    const before = changes.count;
    clock.now = 160_000;
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "keyLocked" } });
    expect(changes.count).toBeGreaterThan(before);
  });

  test("if it was locked while no worker was running, cached people are removed anyway", async () => {
    const { restart, connect, clock, session, changes } = setUp();
    await connect(key, keeping);
    await session.set({ token: { token: "t" } });
    const before = changes.count;
    clock.now = 60_000;
    expect(await restart().current()).toEqual({ ok: false, failure: { why: "keyLocked" } });
    expect(changes.count).toBe(before + 1);
    expect(session.all()).toEqual({});
  });

  test("reports after unlocking that the key has changed", async () => {
    const { connections, connect, session, changes } = setUp();
    await connect(key, keeping);
    await connections.lock();
    const before = changes.count;
    await offerPassphrase(session, "correct horse");
    await connections.unlock();
    expect(changes.count).toBe(before + 1);
  });

  test("reports when it will be locked", async () => {
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
  test("is read with the key before it is stored", async () => {
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

  test("lookups without a key or a zone say which is missing", async () => {
    const { connect, connections } = setUp();
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "noKey" } });
    await connect(key);
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "noZone" } });
  });

  test("says what it reports about itself, or why it can't", async () => {
    const { connect, connections } = setUp();
    const failed = (why: string) => ({ state: "failed", failure: { why } });
    expect(await connections.zoneFacts()).toEqual(failed("noKey"));
    await connect(key);
    expect(await connections.zoneFacts()).toEqual(failed("noZone"));
    await connections.chooseZone("acme");
    expect(await connections.zoneFacts()).toEqual({ state: "told", zoneId: "acme" });
  });

  test("what it reports can be read again and again without keeping the key unlocked", async () => {
    const { connect, connections, clock } = setUp();
    await connect(key, { way: "passphrase", passphrase: "correct horse" });
    await connections.chooseZone("acme");
    clock.now = 59_000;
    expect(await connections.zoneFacts()).toMatchObject({ state: "told" });
    clock.now = 60_000;
    expect(await connections.state()).toEqual({ state: "locked" });
  });

  test("there is one client as long as the key stays, so its token is exchanged once", async () => {
    const { connect, connections, seen } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    await connections.current();
    await connections.current();
    expect(seen).toHaveLength(2);
  });

  test("a new zone is reported, and used by the next lookup", async () => {
    const { connect, connections, settings, using, changes } = setUp();
    await connect(key);
    await settings.change({ zone: { id: "elsewhere" } });
    expect(await using()).toMatchObject({ zone: { id: "elsewhere" } });
    const before = changes.count;
    await connections.chooseZone("acme");
    expect(changes.count).toBe(before + 1);
    expect(await using()).toMatchObject({ zone: { id: "acme" } });
  });

  test("each has its own scope, which is a digest and always the same", async () => {
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

  test("a single storage failure costs one lookup", async () => {
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
  test("is requested once in 5 minutes, and again with another key", async () => {
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

  test("can be read without a request, however old, until the key changes", async () => {
    let lists = 0;
    const { connect, connections, clock } = setUp(() => {
      lists += 1;
      return { ok: true, value: [acme] };
    });
    await connect(key);
    expect(connections.listedZones()).toEqual([]);
    await connections.zones();
    const before = lists;
    clock.now += 10 * CACHE_FRESH_MS;
    expect(connections.listedZones()).toEqual([{ id: "acme", name: "Acme", slug: "acme" }]);
    expect(lists).toBe(before);
    await connect(other);
    expect(connections.listedZones()).toEqual([]);
  });

  test("is empty if the key can't read it", async () => {
    const { connect, connections } = setUp(() => ({ ok: false, error: forbidden }));
    await connect(key);
    await connections.zones();
    expect(connections.listedZones()).toEqual([]);
  });

  test("is requested again after a failure, but not if there is no list", async () => {
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

  test("that lacks the zone in use, or that can't be read, doesn't change it", async () => {
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

  test("updates the name of the zone in use if it has changed", async () => {
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

describe("the organization's policy", () => {
  const device: Keeping = { way: "device" };

  test("a key is stored in no other way, whatever a page requests", async () => {
    const { connect, connections, local, settings, session, seen } = setUp();
    await settings.takePolicy(async () => ({ keepKey: "session" }));
    expect(await connect(key, device)).toEqual({
      state: "failed",
      failure: { why: "setByPolicy" },
    });
    // It wasn't even tested.
    expect(seen).toEqual([]);
    expect(await connect(key)).toMatchObject({ state: "connected" });
    await offerKeeping(session, device);
    expect(await connections.keepOtherwise()).toEqual({
      state: "failed",
      failure: { why: "setByPolicy" },
    });
    expect(local.all()).not.toHaveProperty("credential");
  });

  test("a key that is stored differently is moved when the policy arrives, or when it is unlocked", async () => {
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

  test("the zone is used without a choice, gets its name from the list, and no page can change it", async () => {
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

  test("lookups know the zone's name as soon as it is listed", async () => {
    let error: KeycardError | undefined = forbidden;
    const { connect, connections, settings, using } = setUp(() =>
      error ? { ok: false, error } : { ok: true, value: [acme] },
    );
    await settings.takePolicy(async () => ({ zone: "acme" }));
    await connect(key);
    expect((await using()).zone).toStrictEqual({ id: "acme" });
    error = undefined;
    await connections.zones();
    expect((await using()).zone).toEqual({ id: "acme", name: "Acme", slug: "acme" });
  });

  test("a key that is being tested is stored according to a policy that arrives meanwhile", async () => {
    const { connect, local, settings } = setUp(async () => {
      await settings.takePolicy(async () => ({ keepKey: "session" }));
      return { ok: true, value: [acme] };
    });
    expect(await connect(key, device)).toMatchObject({ connection: { way: "session" } });
    expect(local.all()).not.toHaveProperty("credential");
  });

  test("a policy that says nothing about the key leaves it where it is", async () => {
    const { connect, connections } = setUp();
    await connect(key, device);
    await connections.followPolicy();
    expect(await connections.state()).toMatchObject({ way: "device" });
  });

  test("a new policy applies to the next lookup", async () => {
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

describe("full storage", () => {
  const full = ({ local }: ReturnType<typeof setUp>) => {
    local.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
  };

  test("keeps a key in memory, or says that it can't be stored; a name that can't be stored costs nothing", async () => {
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

  test("says that a zone can't be chosen, and keeps the previous one", async () => {
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
