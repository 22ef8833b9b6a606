import { describe, expect, test, vi } from "vitest";
import { type KeycardClient, type KeycardError, type Named, zoneId } from "../keycard/index.ts";
import { fakeZone, OPEN } from "./fake-zone.ts";
import { createNames } from "./names.ts";
import type { Thing, ThingKind } from "./thing.ts";

const PUBLIC = { isPrivate: false, again: false };
const PRIVATE = { isPrivate: true, again: false };

const FORBIDDEN: KeycardError = { why: "forbidden", status: 403, message: "no" };
const REFUSED: KeycardError = { why: "badRequest", status: 400, message: "filter[id] is unknown" };
const MISSING: KeycardError = { why: "notFound", status: 404, message: "nothing here" };

interface Zone {
  /** The things of every kind in the zone. */
  has?: Named[];
  /** What its lists do with `filter[id]`. */
  list?: "filters" | "ignores" | KeycardError;
  /** Why nothing can be read one by one. */
  one?: KeycardError;
  /** Additional fields of every page. */
  page?: { after?: string; unread?: number; totalCount?: number };
}

function setUp({ has = [], list = "filters", one, page = {} }: Zone) {
  const zone = { list, one };
  const calls: string[] = [];
  const priorities: string[] = [];
  const listed: { id: string; name?: string }[] = [];
  const client: KeycardClient = {
    ...fakeZone([]).client,
    async listNamed(_, kind, ids) {
      calls.push(`${kind}? ${ids}`);
      if (typeof zone.list === "object") return { ok: false, error: zone.list };
      const isShown = ({ id }: Named) =>
        zone.list === "ignores" || ids === "all" || ids.includes(id);
      const base = { after: undefined, before: undefined, totalCount: undefined, unread: 0 };
      return { ok: true, value: { ...base, ...page, items: has.filter(isShown) } };
    },
    async retrieveNamed(_, kind, id) {
      calls.push(`${kind}/${id}`);
      if (zone.one) return { ok: false, error: zone.one };
      const value = has.find((thing) => thing.id === id);
      return value ? { ok: true, value } : { ok: false, error: MISSING };
    },
    async retrieveZone(id) {
      calls.push(`zone ${id}`);
      return { ok: true, value: { id: zoneId(id), name: `Zone ${id}` } };
    },
  };
  const names = createNames({
    client,
    zone: zoneId("zone"),
    traffic: {
      run(call, options) {
        priorities.push(options.priority);
        return OPEN.run(call, options);
      },
    },
    now: () => 0,
    listedZones: () => listed,
  });
  /** The requests since the last call. */
  const asked = () => calls.splice(0);
  return { ...names, asked, priorities, listed, zone };
}

const things = (kind: ThingKind, ...ids: string[]): Thing[] => ids.map((id) => ({ kind, id }));
const thing = (id: string): Named => ({ id, name: `the ${id}` });
const providers = (...ids: string[]) => things("providers", ...ids);
const A = { kind: "providers", id: "a", name: "the a" };
const B = { kind: "providers", id: "b", name: "the b" };

describe("names of one kind", () => {
  test("are requested together, behind anything a person waits for, and kept", async () => {
    const { of, kept, asked, priorities } = setUp({ has: ["a", "b", "c"].map(thing) });
    expect(kept(providers("a"))).toEqual([]);
    expect(await of([...providers("b", "a"), ...things("groups", "a", "c")], PUBLIC)).toEqual([
      B,
      A,
      { kind: "groups", id: "a", name: "the a" },
      { kind: "groups", id: "c", name: "the c" },
    ]);
    expect(asked()).toEqual(["providers? b,a", "groups? a,c"]);
    expect(priorities).toEqual(["bulk", "bulk"]);
    expect(kept(providers("c", "a"))).toEqual([A]);
    await of(providers("a", "b", "a"), PUBLIC);
    expect(asked()).toEqual([]);
    await of(providers("a", "c"), PUBLIC);
    expect(asked()).toEqual(["providers/c"]);
    // The list has filtered, so the next ones are requested together too.
    await of(providers("d", "e"), PUBLIC);
    expect(asked()[0]).toBe("providers? d,e");
  });

  test("are requested once if several callers ask at the same time", async () => {
    const { of, asked } = setUp({ has: ["a", "b", "c"].map(thing) });
    const both = await Promise.all([
      of(providers("a", "b"), PUBLIC),
      of(providers("b", "c", "c"), PRIVATE),
    ]);
    expect(both[1]?.map(({ name }) => name)).toEqual(["the b", "the c", "the c"]);
    expect(asked()).toEqual(["providers? a,b", "providers/c"]);
  });

  test("are the identifier if there is no name, and nothing if there is neither", async () => {
    const { of, asked } = setUp({
      has: [{ id: "a", identifier: "kb", description: "Docs" }, { id: "b" }],
    });
    const none = [
      { kind: "providers", id: "a", name: "kb", description: "Docs" },
      { kind: "providers", id: "b" },
    ];
    expect(await of(providers("a", "b"), PUBLIC)).toStrictEqual(none);
    asked();
    expect(await of(providers("a", "b"), { isPrivate: false, again: true })).toStrictEqual(none);
    expect(asked()).toEqual([]);
  });
});

describe("a private window", () => {
  test("keeps no name, not even other names in the reply", async () => {
    const { of, kept, asked } = setUp({ has: ["a", "b", "c"].map(thing), list: "ignores" });
    expect(await of(providers("a", "b"), PRIVATE)).toEqual([A, B]);
    expect(kept(providers("a", "b", "c"))).toEqual([]);
    asked();
    await of(providers("a"), PRIVATE);
    expect(asked()).toEqual(["providers/a"]);
  });

  test("shows what another window has requested, and names that the other one requests are kept", async () => {
    const { of, kept, asked } = setUp({ has: ["a", "b"].map(thing) });
    await Promise.all([of(providers("a"), PRIVATE), of(providers("a"), PUBLIC)]);
    expect(kept(providers("a"))).toEqual([A]);
    expect(await of(providers("a"), PRIVATE)).toEqual([A]);
    expect(asked()).toEqual(["providers/a"]);
  });
});

describe("a list that ignores filter[id]", () => {
  test("is used for what it contains, but proves nothing about what it lacks", async () => {
    const { of, kept, asked } = setUp({ has: ["a", "b", "c"].map(thing), list: "ignores" });
    expect(await of(providers("a", "z"), PUBLIC)).toEqual([
      A,
      { kind: "providers", id: "z", why: "zoneNotFound" },
    ]);
    expect(asked()).toEqual(["providers? a,z", "providers/z"]);
    expect(kept(providers("b", "c"))).toHaveLength(2);
    await of(providers("x", "y"), PUBLIC);
    expect(asked()).toEqual(["providers/x", "providers/y"]);
    // For another kind of thing, it may behave differently.
    await of(things("groups", "a", "b"), PUBLIC);
    expect(asked()).toEqual(["groups? a,b"]);
  });
});

describe.each([REFUSED, MISSING])("a list that answers $status", (list) => {
  test("isn't requested again: names are requested one by one from then on", async () => {
    const { of, asked } = setUp({ has: ["a", "b", "c", "d"].map(thing), list });
    expect(await of(providers("a", "b"), PUBLIC)).toEqual([A, B]);
    expect(asked()).toEqual(["providers? a,b", "providers/a", "providers/b"]);
    await of(providers("c", "d"), PUBLIC);
    expect(asked()).toEqual(["providers/c", "providers/d"]);
  });
});

describe("something that isn't in a list", () => {
  test("doesn't exist if the list has filtered and is complete", async () => {
    const { of, asked } = setUp({ has: [thing("a")] });
    expect(await of(providers("a", "z"), PUBLIC)).toEqual([
      A,
      { kind: "providers", id: "z", why: "zoneNotFound" },
    ]);
    expect(asked()).toEqual(["providers? a,z"]);
  });

  test.each<[string, Zone]>([
    ["nothing at all", { has: [] }],
    ["something that can't be parsed", { has: [thing("a")], page: { unread: 1 } }],
    ["a cursor to more", { has: [thing("a")], page: { after: "c" } }],
    ["a higher count", { has: [thing("a")], page: { totalCount: 2 } }],
  ])("is requested by itself if the list has %s", async (_, zone) => {
    const { of, asked } = setUp(zone);
    await of(providers("a", "z"), PUBLIC);
    expect(asked()).toContain("providers/z");
  });
});

describe("names that can't be read", () => {
  test.each([FORBIDDEN, REFUSED])(
    "aren't requested again until someone insists ($why)",
    async (one) => {
      const { of, kept, asked, zone } = setUp({ has: [thing("a")], one });
      const refused = [{ kind: "providers", id: "a", why: one.why }];
      expect(await of(providers("a"), PUBLIC)).toEqual(refused);
      expect(await of(providers("a"), PUBLIC)).toEqual(refused);
      expect(kept(providers("a"))).toEqual([]);
      expect(asked()).toEqual(["providers/a"]);
      zone.one = undefined;
      expect(await of(providers("a"), { isPrivate: false, again: true })).toEqual([A]);
      expect(await of(providers("a"), PUBLIC)).toEqual([A]);
      expect(asked()).toEqual(["providers/a"]);
    },
  );

  test("are reported once for all if the key can't list them", async () => {
    const { of, asked } = setUp({ list: FORBIDDEN });
    expect((await of(providers("a", "b"), PUBLIC)).map(({ why }) => why)).toEqual([
      "forbidden",
      "forbidden",
    ]);
    expect(asked()).toHaveLength(1);
  });

  test("are requested again if the reason may pass", async () => {
    const { of, asked } = setUp({ one: { why: "network", message: "lost" } });
    await of(providers("a"), PUBLIC);
    await of(providers("a"), PUBLIC);
    expect(asked()).toHaveLength(2);
  });
});

describe("roles", () => {
  const has = [{ id: "r1", identifier: "admin", description: "Everything" }, thing("r2")];

  test("are in one list, which is requested once", async () => {
    const { of, asked } = setUp({ has });
    expect(await of(things("roles", "r1"), PUBLIC)).toEqual([
      { kind: "roles", id: "r1", name: "admin", description: "Everything" },
    ]);
    expect(await of(things("roles", "r2", "r3"), PUBLIC)).toMatchObject([
      { name: "the r2" },
      { why: "zoneNotFound" },
    ]);
    expect(asked()).toEqual(["roles? all", "roles? all"]);
    await of(things("roles", "r1", "r2", "r3"), PUBLIC);
    expect(asked()).toEqual([]);
  });

  test("are requested one by one if the list continues", async () => {
    const { of, asked } = setUp({ has, page: { after: "c" } });
    await of(things("roles", "r1", "r9"), PUBLIC);
    expect(asked()).toEqual(["roles? all", "roles/r9"]);
  });

  test("aren't requested one by one if an older API has no such list", async () => {
    const { of, asked } = setUp({ list: MISSING });
    expect(await of(things("roles", "r1", "r2"), PUBLIC)).toMatchObject([
      { why: "zoneNotFound" },
      { why: "zoneNotFound" },
    ]);
    expect(asked()).toEqual(["roles? all"]);
  });
});

test("a call that throws leaves nothing behind: the name is requested the next time", async () => {
  const { of, listed, asked } = setUp({});
  const broken = vi.spyOn(listed, "map").mockImplementationOnce(() => {
    throw new Error("broken");
  });
  await expect(of(things("zones", "z1"), PUBLIC)).rejects.toThrow("broken");
  expect(broken).toHaveBeenCalledOnce();
  expect(await of(things("zones", "z1"), PUBLIC)).toMatchObject([{ name: "Zone z1" }]);
  expect(asked()).toEqual(["zone z1"]);
});

test("zones have the name from their listing; others are requested one by one", async () => {
  const { of, asked, listed } = setUp({});
  listed.push({ id: "z1", name: "Production" }, { id: "z2" });
  expect(await of(things("zones", "z1", "z2", "z3"), PUBLIC)).toEqual([
    { kind: "zones", id: "z1", name: "Production" },
    { kind: "zones", id: "z2" },
    { kind: "zones", id: "z3", name: "Zone z3" },
  ]);
  expect(asked()).toEqual(["zone z3"]);
});
