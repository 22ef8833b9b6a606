import { describe, expect, test } from "vitest";
import { readCredential } from "../credentials/credential-store.ts";
import { offerCredential } from "../credentials/offer.ts";
import {
  type Credential,
  type KeycardClient,
  type KeycardError,
  type Result,
  type Zone,
  zoneId,
} from "../keycard/index.ts";
import { memoryArea } from "../memory-area.ts";
import { createConnections } from "./connection.ts";

const key: Credential = { kind: "api-key", key: "first" };
const other: Credential = { kind: "api-key", key: "second" };
const acme: Zone = { id: zoneId("acme"), name: "Acme", slug: "acme" };
const unauthorized: KeycardError = { kind: "unauthorized", status: 401, message: "bad key" };
const forbidden: KeycardError = { kind: "forbidden", status: 403, message: "may not list" };

/** An API that lists one zone to everybody, unless told otherwise. */
function setUp(list: () => Result<Zone[]> = () => ({ ok: true, value: [acme] })) {
  const session = memoryArea();
  const local = memoryArea();
  const seen: Credential[] = [];
  const changes = { count: 0 };
  const client = (credential: Credential): KeycardClient => {
    seen.push(credential);
    return {
      async listZones() {
        const zones = list();
        return zones.ok
          ? {
              ok: true,
              value: {
                items: zones.value,
                after: undefined,
                before: undefined,
                totalCount: undefined,
              },
            }
          : zones;
      },
      async retrieveZone(id) {
        return id === acme.id
          ? { ok: true, value: acme }
          : { ok: false, error: { kind: "not-found", status: 404, message: "no such zone" } };
      },
      listUsers: () => Promise.reject(new Error("not asked for here")),
      retrieveUser: () => Promise.reject(new Error("not asked for here")),
    };
  };
  const connections = createConnections({
    session,
    local,
    client,
    traffic: { run: (call) => call() },
    onChange: async () => {
      changes.count += 1;
    },
    now: () => 0,
  });
  const connect = async (credential: Credential) => {
    await offerCredential(session, credential);
    return connections.connect();
  };
  return { connections, connect, session, local, seen, changes };
}

describe("connecting", () => {
  test("a key that works is kept, in session storage only, and never answered back", async () => {
    const { connect, session, local } = setUp();
    const reply = await connect(key);
    expect(reply).toEqual({
      state: "connected",
      connection: { state: "no-zone", keyKind: "api-key" },
      zones: { state: "listed", zones: [{ id: "acme", name: "Acme", slug: "acme" }] },
    });
    expect(session.all()).toEqual({ credential: key });
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
      failure: { why: "key-refused" },
    });
    expect(session.all()).toEqual({ credential: key });
  });

  test("a key that may not list zones is a good key", async () => {
    const { connect } = setUp(() => ({ ok: false, error: forbidden }));
    expect(await connect(key)).toMatchObject({ state: "connected", zones: { state: "unlisted" } });
  });

  test("a zone that the new key does not read is let go; one that it reads stays", async () => {
    const { connect, connections, local } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    await connect(other);
    expect(await connections.state()).toMatchObject({ state: "ready", zone: { id: "acme" } });
    await local.set({ settings: { version: 1, zone: { id: "elsewhere" } } });
    await connect(key);
    expect(await connections.state()).toEqual({ state: "no-zone", keyKind: "api-key" });
  });

  test("nothing offered: says that no key is there", async () => {
    expect(await setUp().connections.connect()).toEqual({
      state: "failed",
      failure: { why: "no-key" },
    });
  });

  test("forgetting removes the key and its token", async () => {
    const { connect, connections, session } = setUp();
    await connect(key);
    await session.set({ token: { token: "t" } });
    await connections.forgetKey();
    expect(session.all()).toEqual({});
    expect(await connections.state()).toEqual({ state: "no-key" });
  });

  test("what is stored but unreadable is no key", async () => {
    expect(await readCredential(memoryArea({ credential: { kind: "api-key" } }))).toBeUndefined();
  });
});

describe("the zone", () => {
  test("is read with the key before it is kept", async () => {
    const { connect, connections } = setUp();
    await connect(key);
    expect(await connections.chooseZone("nowhere")).toMatchObject({
      state: "failed",
      failure: { why: "zone-not-found" },
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
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "no-key" } });
    await connect(key);
    expect(await connections.current()).toEqual({ ok: false, failure: { why: "no-zone" } });
  });

  test("one client as long as the key stays: its token is exchanged once", async () => {
    const { connect, connections, seen } = setUp();
    await connect(key);
    await connections.chooseZone("acme");
    await connections.current();
    await connections.current();
    expect(seen).toHaveLength(2);
  });
});
