import { expect, test } from "vitest";
import { userId } from "../keycard/index.ts";
import type { Answer } from "./answer.ts";
import { person } from "./fake-zone.ts";
import type { RoleHolder } from "./read-roles.ts";
import type { ReadRoles } from "./role-sources.ts";
import { ROLES_READ_MAX, withRoles } from "./with-roles.ts";

const AGENT: ReadRoles = { role_assignments: [{ role_identifier: "agent", scope: null }] };

function reading(roles: (id: string) => ReadRoles | undefined = () => AGENT) {
  const asked: [id: string, requests: number][] = [];
  return {
    asked,
    read: async ({ id }: RoleHolder, { requests }: { requests: number }) => {
      asked.push([id, requests]);
      return roles(id);
    },
  };
}

const found = (...[first = person(1), ...others]: ReturnType<typeof person>[]): Answer => ({
  state: "found",
  users: [first, ...others],
  asOf: 5,
});

const options = { fresh: false, isPrivate: false };

test("reads roles that aren't reported: with one request at a glance, two in detail", async () => {
  const reader = reading();
  expect(await withRoles(found(), "glance", reader, options)).toEqual(found(person(1, AGENT)));
  await withRoles(found(), "detail", reader, options);
  expect(reader.asked).toEqual([
    [userId("user1"), 1],
    [userId("user1"), 2],
  ]);
});

test.each<[string, Answer]>([
  ["has roles", found(person(1, { role_assignments: [] }))],
  ["is absent", { state: "absent", asOf: 0 }],
  ["wasn't found because of a failure", { state: "failed", failure: { why: "network" } }],
])("reads nothing for someone who %s", async (_, answer) => {
  const reader = reading();
  expect(await withRoles(answer, "detail", reader, options)).toBeUndefined();
  expect(reader.asked).toEqual([]);
});

test("of several, reads them when someone opens the details, and none at a glance", async () => {
  const reader = reading((id) => (id === "user1" ? AGENT : undefined));
  const several = found(person(1), person(2), person(3, { role_assignments: [] }));
  expect(await withRoles(several, "glance", reader, options)).toBeUndefined();
  expect(reader.asked).toEqual([]);
  expect(await withRoles(several, "detail", reader, options)).toEqual(
    found(person(1, AGENT), person(2), person(3, { role_assignments: [] })),
  );
  expect(reader.asked.map(([id]) => id)).toEqual(["user1", "user2"]);
});

test("drops how the list counts roles for those that were read", async () => {
  const listed = found(person(1, { rolesCounted: "direct" }));
  const none: ReadRoles = { role_assignments: [] };
  expect(
    await withRoles(
      listed,
      "glance",
      reading(() => none),
      options,
    ),
  ).toStrictEqual(found(person(1, none)));
});

test("of very many, reads only the first", async () => {
  const reader = reading();
  const many = found(...Array.from({ length: 50 }, (_, n) => person(n)));
  await withRoles(many, "detail", reader, options);
  expect(reader.asked).toHaveLength(ROLES_READ_MAX);
});

test("returns no other answer if nothing was read", async () => {
  expect(
    await withRoles(
      found(),
      "detail",
      reading(() => undefined),
      options,
    ),
  ).toBeUndefined();
});
