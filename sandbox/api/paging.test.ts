import { expect, test } from "vitest";
import { type Query, useSandbox } from "../test-client.ts";
import { ACME, SMALL_LEGACY } from "../zones.ts";

const sandbox = useSandbox();

async function walk(direction: "after" | "before", start: string | null, query: Query) {
  const ids: string[] = [];
  let cursor = start;
  do {
    const turn: Query = cursor === null ? query : [...query, [direction, cursor]];
    const { body } = await sandbox.list(ACME.id, turn);
    const page = body.items.map((user) => user.id);
    if (direction === "after") ids.push(...page);
    else ids.unshift(...page);
    cursor = body.pagination[`${direction}_cursor`];
  } while (cursor !== null);
  return ids;
}

test.each<[string, Query, number]>([
  ["everybody", [["limit", "100"]], 250],
  [
    "everyone, 7 at a time, by address",
    [
      ["limit", "7"],
      ["sort", "-email"],
    ],
    250,
  ],
  [
    "everyone by last sign-in",
    [
      ["limit", "33"],
      ["sort", "authenticated_at"],
    ],
    250,
  ],
  [
    "matches of a search",
    [
      ["limit", "5"],
      ["query[email]", "@example.com"],
    ],
    0,
  ],
])("pages through %s without losing or repeating anyone", async (_, query, expected) => {
  const { body } = await sandbox.list(ACME.id, [...query, ["expand[]", "total_count"]]);
  const total = body.pagination.total_count ?? 0;
  const ids = await walk("after", null, query);
  expect(ids).toHaveLength(total);
  expect(new Set(ids).size).toBe(total);
  if (expected > 0) expect(total).toBe(expected);
});

test("before goes back to the start, over the same people in the same order", async () => {
  const query: Query = [
    ["limit", "40"],
    ["sort", "email"],
  ];
  const forward = await walk("after", null, query);
  const first = await sandbox.list(ACME.id, query);
  const second = await sandbox.list(ACME.id, [
    ...query,
    ["after", first.body.pagination.after_cursor ?? ""],
  ]);
  const cursor = second.body.pagination.before_cursor;
  expect(first.body.pagination.before_cursor).toBeNull();
  expect(await walk("before", cursor, query)).toEqual(forward.slice(0, 40));
});

test("the default page is smaller than the maximum", async () => {
  const { body } = await sandbox.list(ACME.id);
  expect(body.items).toHaveLength(50);
  expect(body.pagination.after_cursor?.length).toBeLessThanOrEqual(255);
});

test("a cursor is rejected by another zone and by another search", async () => {
  const { body } = await sandbox.list(ACME.id, [["limit", "1"]]);
  const cursor = body.pagination.after_cursor ?? "";
  await sandbox.control(`/__zones/${SMALL_LEGACY.id}`, { filtering: true });
  expect((await sandbox.list(SMALL_LEGACY.id, [["after", cursor]])).status).toBe(400);
  const search: Query = [
    ["after", cursor],
    ["query[]", "grace"],
  ];
  expect((await sandbox.list(ACME.id, search)).status).toBe(400);
});
