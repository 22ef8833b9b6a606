import { expect, test } from "vitest";
import type { Failure } from "../directory/answer.ts";
import { fakeZone, NOW, OPEN, person } from "../directory/fake-zone.ts";
import type { KeycardClient } from "../keycard/index.ts";
import { CACHE_STALE_MS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import { createDirectories } from "./directories.ts";
import type { ZonesReply } from "./replies.ts";

const id = (value: string) => ({ kind: "id", value }) as const;
const noKey = { ok: false as const, failure: { why: "noKey" } satisfies Failure };

/** A key that can read three zones, of which "here" is in use. */
function setUp() {
  const zones = {
    here: fakeZone([person(1)]),
    there: fakeZone([person(1), person(2)]),
    third: fakeZone([]),
  };
  const of = (zone: string) => zones[zone as keyof typeof zones].client;
  const client: KeycardClient = {
    ...zones.here.client,
    listUsers: (zone, ...asked) => of(zone).listUsers(zone, ...asked),
    retrieveUser: (zone, ...asked) => of(zone).retrieveUser(zone, ...asked),
    listSessions: async (zone, user) => ({
      ok: true,
      value: {
        items: [{ id: `of ${zone}`, user_id: user, status: "active" }],
        after: undefined,
        unread: 0,
        before: undefined,
        totalCount: undefined,
      },
    }),
  };
  const using = { client, zone: { id: "here" }, scope: "one", keepMs: CACHE_STALE_MS };
  const known: {
    current: { ok: true; using: typeof using } | typeof noKey;
    zones: ZonesReply;
  } = {
    current: { ok: true, using },
    zones: {
      state: "listed",
      zones: [{ id: "here" }, { id: "there", name: "There" }, { id: "third" }],
    },
  };
  const session = memoryArea();
  const priorities: string[] = [];
  const directories = createDirectories({
    connections: {
      current: async () => known.current,
      zones: async () => known.zones,
      listedZones: () => (known.zones.state === "listed" ? known.zones.zones : []),
    },
    session,
    traffic: {
      ...OPEN,
      run(call, options) {
        priorities.push(options.priority);
        return OPEN.run(call, options);
      },
    },
    now: () => NOW,
    elapsed: () => 0,
  });
  async function current() {
    const inUse = await directories.current();
    if (!inUse.ok) throw new Error(inUse.failure.why);
    return inUse;
  }
  return { directories, current, known, using, zones, session, priorities };
}

test("directory, inspector and reader of roles stay the same as long as key and zone do, and belong to that zone", async () => {
  const { current, known, using, zones } = setUp();
  const user = { id: person(1).id };
  const asked = { requests: 1, fresh: false, isPrivate: false };
  const first = await current();
  expect(first.zone).toEqual({ id: "here" });
  expect(await first.directory.lookUp(id("user1"))).toMatchObject({ state: "found" });
  expect(await first.inspector.sessions("user1")).toMatchObject({ items: [{ id: "of here" }] });
  await first.roles.read(user, asked);
  const again = await current();
  expect(again.directory).toBe(first.directory);
  expect(again.inspector).toBe(first.inspector);
  expect(again.roles).toBe(first.roles);
  known.current = { ok: true, using: { ...using, scope: "two", zone: { id: "there" } } };
  const other = await current();
  expect(other.zone).toEqual({ id: "there" });
  expect(await other.directory.lookUp(id("user1"))).toMatchObject({ state: "found" });
  expect(await other.inspector.sessions("user1")).toMatchObject({ items: [{ id: "of there" }] });
  await other.roles.read(user, asked);
  const calls = ["list ids user1", "retrieve user1"];
  expect([zones.here.calls, zones.there.calls]).toEqual([calls, calls]);
});

test("continues an answer only in the zone that it came from", async () => {
  const { directories, current, known } = setUp();
  expect(await directories.of("here")).toEqual(await current());
  expect(await directories.of("there")).toEqual({ ok: false, failure: { why: "aborted" } });
  known.current = noKey;
  expect(await directories.of("here")).toEqual(noKey);
});

test("without a key, says why there is no directory", async () => {
  const { directories, known } = setUp();
  known.current = noKey;
  expect(await directories.current()).toEqual(noKey);
  expect(await directories.elsewhere(id("user2"), "here")).toEqual({
    state: "failed",
    failure: noKey.failure,
  });
});

test("searches every other zone, behind what people wait for, and caches nothing", async () => {
  const { directories, zones, session, priorities } = setUp();
  expect(await directories.elsewhere(id("user2"), "here")).toEqual({
    state: "looked",
    found: {
      hits: [{ zone: { id: "there", name: "There" }, users: [person(2)] }],
      unsure: [],
      failed: [],
      denied: [expect.objectContaining({ id: "third" })],
      asked: 2,
    },
  });
  expect(zones.here.calls).toEqual([]);
  expect(session.all()).toEqual({});
  expect(new Set(priorities)).toEqual(new Set(["bulk"]));
});

test("an older zone among them doesn't limit what the others are asked for", async () => {
  const { directories, zones } = setUp();
  const asked: Record<"there" | "third", unknown[]> = { there: [], third: [] };
  for (const zone of ["there", "third"] as const) {
    const { client } = zones[zone];
    const { listUsers } = client;
    client.listUsers = async (of, params, options) => {
      asked[zone].push(options?.ask);
      return zone === "there" && options?.ask === "today"
        ? { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } }
        : listUsers(of, params, options);
    };
  }
  expect(await directories.elsewhere(id("user2"), "here")).toMatchObject({
    found: { hits: [{ zone: { id: "there" } }], denied: [{ id: "third" }] },
  });
  expect(asked.there.length).toBeGreaterThan(1);
  expect(asked.third).toEqual(["today"]);
});

test("after the key is removed, asks no other zone, and doesn't claim that one lacks the person", async () => {
  const { directories, zones } = setUp();
  const looking = directories.elsewhere(id("user2"), "here");
  await directories.clear();
  const failure = { why: "aborted" };
  expect(await looking).toMatchObject({
    found: { hits: [], failed: [{ failure }, { failure }] },
  });
  expect([...zones.there.calls, ...zones.third.calls]).toEqual([]);
});

test("if the list of zones continues, says that not all were asked", async () => {
  const { directories, known } = setUp();
  known.zones = { state: "listed", zones: [{ id: "here" }], more: true };
  expect(await directories.elsewhere(id("user2"), "here")).toEqual({
    state: "looked",
    found: { hits: [], unsure: [], failed: [], denied: [], asked: 0, more: true },
  });
});

test.each<ZonesReply>([{ state: "unlisted" }, { state: "failed", failure: { why: "network" } }])(
  "searches no other zones if the zones are $state",
  async (reply) => {
    const { directories, known, zones } = setUp();
    known.zones = reply;
    expect(await directories.elsewhere(id("user2"), "here")).toEqual(reply);
    expect(zones.there.calls).toEqual([]);
  },
);

test("looks everyone up again after it was cleared", async () => {
  const { directories, current, session, zones } = setUp();
  const before = await current();
  await before.directory.lookUp(id("user1"));
  expect(Object.keys(session.all())).not.toEqual([]);
  await directories.clear();
  expect(session.all()).toEqual({});
  await (await current()).directory.lookUp(id("user1"));
  expect(zones.here.calls).toEqual(["list ids user1", "list ids user1"]);
  expect(Object.keys(session.all())).not.toEqual([]);
});

test("doesn't cache an answer that arrives after everything was cleared", async () => {
  const { directories, current, session, zones } = setUp();
  const list = zones.here.client.listUsers;
  const asked: (() => void)[] = [];
  zones.here.client.listUsers = async (...given) => {
    await new Promise<void>((go) => asked.push(go));
    return list(...given);
  };
  const answer = (await current()).directory.lookUp(id("user1"));
  await expect.poll(() => asked).toHaveLength(1);
  await directories.clear();
  asked[0]?.();
  expect(await answer).toMatchObject({ state: "found" });
  expect(session.all()).toEqual({});
});
