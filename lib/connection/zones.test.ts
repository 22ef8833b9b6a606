import { expect, test } from "vitest";
import { fakeZone } from "../directory/fake-zone.ts";
import { type KeycardClient, type KeycardError, zoneId } from "../keycard/index.ts";
import { listZones, type Run, ZONE_PAGES_MAX } from "./zones.ts";

const NOW = 1_000;
const straight: Run = (call) => call();

/** An API whose list of zones has these pages; after the last, it starts again. */
function api(...pages: { ids: string[]; after?: string; unread?: number; totalCount?: number }[]) {
  const asked: unknown[] = [];
  return {
    ...fakeZone([]).client,
    asked,
    async listZones(params: unknown) {
      const { ids = [], after, unread = 0, totalCount } = pages[asked.length % pages.length] ?? {};
      asked.push(params);
      const items = ids.map((id) => ({ id: zoneId(id), name: `${id} of page ${asked.length}` }));
      return {
        ok: true as const,
        value: { items, after, unread, before: undefined, totalCount },
      };
    },
  };
}

test("reads all pages, and lists a zone once that is on two of them", async () => {
  const client = api({ ids: ["a", "b"], after: "c1" }, { ids: ["b", "c"] });
  expect(await listZones(client, straight, NOW)).toEqual({
    state: "listed",
    zones: [
      { id: "a", name: "a of page 1" },
      { id: "b", name: "b of page 2" },
      { id: "c", name: "c of page 2" },
    ],
  });
  expect(client.asked).toStrictEqual([{ limit: 100 }, { limit: 100, after: "c1" }]);
});

test("follows an empty page if the list continues", async () => {
  const client = api({ ids: [], after: "c1" }, { ids: ["a"] });
  expect(await listZones(client, straight, NOW)).toEqual({
    state: "listed",
    zones: [{ id: "a", name: "a of page 2" }],
  });
});

test("a zone that can't be parsed doesn't affect the others, and isn't ruled out", async () => {
  expect(await listZones(api({ ids: ["a"], unread: 1 }), straight, NOW)).toEqual({
    state: "listed",
    zones: [{ id: "a", name: "a of page 1" }],
    more: true,
  });
});

test("a list with fewer zones than the API counts is incomplete", async () => {
  const client = api({ ids: ["a", "b"], totalCount: 3 });
  expect(await listZones(client, straight, NOW)).toMatchObject({ more: true });
  const whole = api({ ids: ["a", "b"], after: "c1", totalCount: 3 }, { ids: ["c"], totalCount: 3 });
  expect(await listZones(whole, straight, NOW)).not.toHaveProperty("more");
});

test("requests no count from a deployment that refuses it, which costs one more request", async () => {
  const client = api({ ids: ["a"], after: "c1" }, { ids: ["b"] });
  const { listZones: list } = client;
  const counts: unknown[] = [];
  const strict: Pick<KeycardClient, "listZones"> = {
    async listZones(params, { counted } = {}) {
      counts.push(counted);
      return counted
        ? { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } }
        : list(params);
    },
  };
  expect(await listZones({ ...client, ...strict }, straight, NOW)).toMatchObject({
    zones: [{ id: "a" }, { id: "b" }],
  });
  expect(counts).toEqual([true, false, false]);
});

test("stops at a repeated cursor, and says that the list continues", async () => {
  const client = api({ ids: ["a"], after: "c" });
  expect(await listZones(client, straight, NOW)).toMatchObject({ state: "listed", more: true });
  expect(client.asked).toHaveLength(2);
});

test.each([
  ["continues after the last page that is read", 1, { more: true }],
  ["ends there", 0, {}],
])("a list that %s", async (_, further, more) => {
  const pages = Array.from({ length: ZONE_PAGES_MAX + further }, (_page, n) => ({
    ids: [`z${n}`],
    after: `c${n}`,
  }));
  const last = pages.at(-1);
  if (last) pages.splice(-1, 1, { ids: last.ids, after: "" });
  const client = api(...pages.map(({ ids, after }) => (after ? { ids, after } : { ids })));
  const reply = await listZones(client, straight, NOW);
  expect(reply.state === "listed" && reply.zones).toHaveLength(ZONE_PAGES_MAX);
  expect(reply).toEqual({ state: "listed", zones: expect.anything(), ...more });
  expect(client.asked).toHaveLength(ZONE_PAGES_MAX);
});

test.each<[KeycardError, object]>([
  [{ why: "forbidden", status: 403, message: "may not list" }, { state: "unlisted" }],
  [{ why: "notFound", status: 404, message: "no such list" }, { state: "unlisted" }],
  [
    { why: "limited", status: 429, message: "slow down", retryAfterMs: 500 },
    { state: "failed", failure: { why: "limited", retryAt: NOW + 500 } },
  ],
])("$why: $state", async (error, expected) => {
  const client = { ...api(), listZones: async () => ({ ok: false as const, error }) };
  expect(await listZones(client, straight, NOW)).toMatchObject(expected);
});
