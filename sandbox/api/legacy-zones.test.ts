import { describe, expect, test } from "vitest";
import { LARGE_LEGACY_PEOPLE, peopleOf } from "../people.ts";
import type { User } from "../population/user.ts";
import { type Query, useSandbox } from "../test-client.ts";
import { LARGE_LEGACY, SMALL_LEGACY } from "../zones.ts";

const sandbox = useSandbox();
const IGNORED: Query = [
  ["filter[id]", "nobody"],
  ["filter[email]", "ada@example.com"],
  ["query[]", "ada"],
  ["limit", "5000"],
  ["after", ""],
  ["before", "x".repeat(300)],
  ["sort", "-shoe_size"],
  ["expand[]", "role-assignments"],
  ["expand[]", "nonsense"],
];

describe.each([
  [SMALL_LEGACY, 60],
  [LARGE_LEGACY, 100],
])("the list of $name", (zone, shown) => {
  test("ignores every parameter, valid or not", async () => {
    const plain = await sandbox.list(zone.id);
    const asked = await sandbox.list(zone.id, IGNORED);
    expect(asked.status).toBe(200);
    expect(asked.body).toEqual(plain.body);
    expect(plain.body.items).toHaveLength(shown);
    expect(plain.body.pagination).toEqual({ after_cursor: null, before_cursor: null });
    for (const user of plain.body.items) expect(user).not.toHaveProperty("role_assignments");
  });

  test("counts 0 when the total is requested", async () => {
    const { body } = await sandbox.list(zone.id, [["expand[]", "total_count"]]);
    expect(body.pagination.total_count).toBe(0);
  });
});

test("someone beyond the first 100 is found only by retrieve", async () => {
  const { zoe, splitFirst, splitBeyond } = LARGE_LEGACY_PEOPLE;
  const { body } = await sandbox.list(LARGE_LEGACY.id, [["filter[id]", zoe.id]]);
  const ids = body.items.map((user) => user.id);
  expect(ids).toContain(splitFirst.id);
  expect(ids).not.toContain(zoe.id);
  for (const { id, email } of [zoe, splitFirst, splitBeyond]) {
    const reply = await sandbox.get<User>(`/zones/${LARGE_LEGACY.id}/users/${id}`);
    expect(reply.body).toMatchObject({ id, email });
  }
});

test("retrieve expands roles if the deployment supports it", async () => {
  for (const zone of [SMALL_LEGACY, LARGE_LEGACY]) {
    const path = `/zones/${zone.id}/users/${peopleOf(zone.id).ada.id}`;
    const { body } = await sandbox.get<User>(`${path}?expand%5B%5D=role-assignments`);
    expect("role_assignments" in body).toBe(zone.retrieveExpands);
  }
});

test("filtering can be changed while running, also for filter[email] alone", async () => {
  const query: Query = [
    ["filter[email]", "split@example.com"],
    ["expand[]", "total_count"],
  ];
  const listed = async () => (await sandbox.list(LARGE_LEGACY.id, query)).body;
  await sandbox.control(`/__zones/${LARGE_LEGACY.id}`, { filtering: "email" });
  expect((await listed()).items).toHaveLength(2);
  expect((await listed()).pagination.total_count).toBe(0);
  await sandbox.control(`/__zones/${LARGE_LEGACY.id}`, { filtering: true });
  expect((await listed()).pagination.total_count).toBe(2);
  await sandbox.control(`/__zones/${LARGE_LEGACY.id}`, { filtering: false });
  expect((await listed()).items).toHaveLength(100);
});
