import { expect, test } from "vitest";
import { type KeycardClient, type KeycardError, type Named, zoneId } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { fakeZone, OPEN } from "./fake-zone.ts";
import { createListNarrowables } from "./narrowables.ts";

const FORBIDDEN: KeycardError = { why: "forbidden", status: 403, message: "no" };

interface Told {
  after?: string;
  unread?: number;
  totalCount?: number;
}

function setUp(has: Named[] | KeycardError, page: Told = {}) {
  const zone = { has, time: 0 };
  const calls: string[] = [];
  const priorities: string[] = [];
  const client: KeycardClient = {
    ...fakeZone([]).client,
    async listNamed(_, kind, ids) {
      calls.push(`${kind} ${ids}`);
      if (!Array.isArray(zone.has)) return { ok: false, error: zone.has };
      const base = { after: undefined, before: undefined, totalCount: undefined, unread: 0 };
      return { ok: true, value: { ...base, ...page, items: zone.has } };
    },
  };
  const list = createListNarrowables({
    client,
    zone: zoneId("zone"),
    traffic: {
      run(call, options) {
        priorities.push(options.priority);
        return OPEN.run(call, options);
      },
    },
    now: () => zone.time,
  });
  return { zone, calls, priorities, list };
}

const admin = { id: "r1", identifier: "admin", description: "Manages the zone" };
const other = { id: "r2", identifier: "admin", description: "Approves refunds" };
const auditor = { id: "r3", identifier: "auditor" };

test("the value of a role is its identifier, which two roles may share", async () => {
  const { list, calls, priorities } = setUp([admin, other, auditor]);
  expect(await list("roles", false)).toEqual({
    state: "listed",
    items: [
      { value: "admin", name: "admin", description: "Manages the zone" },
      { value: "auditor", name: "auditor" },
    ],
    more: false,
  });
  expect(calls).toEqual(["roles all"]);
  // A person waits for the list.
  expect(priorities).toEqual(["person"]);
});

test("the value of a group is its ID, and its label is its name", async () => {
  const { list } = setUp([
    { id: "g1", name: "Support", identifier: "support" },
    { id: "g2", identifier: "europe" },
    { id: "g3" },
  ]);
  expect(await list("groups", false)).toMatchObject({
    items: [
      { value: "g1", name: "Support" },
      { value: "g2", name: "europe" },
      { value: "g3", name: "g3" },
    ],
  });
});

test.each([
  ["continues", [admin], { after: "next" }],
  ["has an item that can't be parsed", [admin], { unread: 1 }],
  ["counts more than it contains", [admin], { totalCount: 2 }],
  ["has one without an identifier", [admin, { id: "r9" }], {}],
] as const)("a list that %s is incomplete", async (_, has, page) => {
  const { list } = setUp([...has], page);
  expect(await list("roles", false)).toMatchObject({ items: [{ value: "admin" }], more: true });
});

test("keeps a list for a while, for each kind; not for a private window", async () => {
  const { list, calls, zone } = setUp([admin]);
  await list("roles", true);
  await list("roles", false);
  await list("roles", false);
  await list("roles", true);
  await list("groups", false);
  expect(calls).toEqual(["roles all", "roles all", "groups all"]);
  zone.time = CACHE_FRESH_MS;
  await list("roles", false);
  expect(calls).toHaveLength(4);
});

test("reports a failure, and doesn't keep it", async () => {
  const { list, zone } = setUp(FORBIDDEN);
  expect(await list("roles", false)).toMatchObject({
    state: "failed",
    failure: { why: "forbidden" },
  });
  zone.has = [admin];
  expect(await list("roles", false)).toMatchObject({ state: "listed" });
});
