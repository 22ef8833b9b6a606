import { describe, expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { DOCUMENTED, TODAY } from "../generation-zones.ts";
import { casesOf, peopleOf } from "../people.ts";
import type { User } from "../population/user.ts";
import { type Query, useSandbox } from "../test-client.ts";
import { LARGE_LEGACY, SMALL_LEGACY } from "../zones.ts";

const sandbox = useSandbox();
const { nora, ilya, suki, otto, samir } = casesOf(TODAY.id);
const { tim, rosalind, frances } = peopleOf(TODAY.id);
const ROLES = ["expand[]", "role-assignments"] as const;

async function listed(id: string, ...query: Query): Promise<User> {
  const { body } = await sandbox.list(TODAY.id, [["filter[id]", id], ...query]);
  return body.items[0] as User;
}

const names = ({ role_assignments }: User) =>
  role_assignments?.map(({ role_identifier, source }) => `${role_identifier} ${source}`);

describe("role_source", () => {
  test("without it, someone who has roles only through a group seems to have none", async () => {
    expect(names(await listed(nora.id, ROLES))).toEqual([]);
    expect(names(await listed(nora.id, ROLES, ["role_source", "user"]))).toEqual([]);
    expect(names(await listed(nora.id, ROLES, ["role_source", "all"]))).toEqual([
      "support-agent group",
      "knowledge-editor group",
      "billing-viewer group",
    ]);
  });

  test("returns the same role twice, for the person and for a group, and can omit either", async () => {
    const all = ["support-agent user", "auditor user"];
    const group = ["support-agent group", "knowledge-editor group", "developer group"];
    expect(names(await listed(ilya.id, ROLES, ["role_source", "all"]))).toEqual([...all, ...group]);
    expect(names(await listed(ilya.id, ROLES, ["role_source", "group"]))).toEqual(group);
    expect(names(await listed(ilya.id, ROLES))).toEqual(all);
  });

  test("names the group, which is one of the person's groups", async () => {
    const user = await listed(nora.id, ROLES, ["role_source", "all"], ["expand[]", "groups"]);
    const ids = user.groups?.map(({ id }) => id);
    for (const role of user.role_assignments ?? []) expect(ids).toContain(role.group_id);
    const direct = await listed(ilya.id, ROLES);
    for (const role of direct.role_assignments ?? []) expect(role).not.toHaveProperty("group_id");
  });

  test("has no effect without the expansion, and must be one of three values", async () => {
    expect(await listed(nora.id, ["role_source", "all"])).not.toHaveProperty("role_assignments");
    expect((await sandbox.list(TODAY.id, [["role_source", "none"]])).status).toBe(400);
  });

  test("works the same way on retrieve", async () => {
    const path = `/zones/${TODAY.id}/users/${nora.id}?expand%5B%5D=role-assignments`;
    const retrieved = async (query: string) =>
      names((await sandbox.get<User>(path + query, API_KEYS.generations)).body);
    expect(await retrieved("")).toEqual([]);
    expect(await retrieved("&role_source=all")).toHaveLength(3);
    expect((await sandbox.get(`${path}&role_source=x`, API_KEYS.generations)).status).toBe(400);
  });
});

test("an older generation shows all roles, each once, without their source", async () => {
  const query: Query = [ROLES, ["filter[email]", ilya.email]];
  const [user] = (await sandbox.list(DOCUMENTED.id, query)).body.items;
  expect(user?.role_assignments?.map((role) => role.role_identifier)).toEqual([
    "support-agent",
    "auditor",
    "knowledge-editor",
    "developer",
  ]);
});

test("roles can be on other zones, and share an identifier with another owner's role", async () => {
  const scopes = (await listed(suki.id, ROLES)).role_assignments?.map(({ scope }) => scope);
  expect(scopes).toEqual([
    { id: SMALL_LEGACY.id, type: "zone" },
    { id: LARGE_LEGACY.id, type: "zone" },
    null,
  ]);
  const both = (await listed(otto.id, ROLES)).role_assignments ?? [];
  expect(both).toMatchObject([
    { role_identifier: "admin", role_owner_type: "platform" },
    { role_identifier: "admin", role_owner_type: "customer" },
  ]);
  expect(both[0]?.role_id).not.toBe(both[1]?.role_id);
});

test("tim has twelve roles in all, rosalind none, and for frances none are reported", async () => {
  const all = ["role_source", "all"] as const;
  expect((await listed(tim.id, ROLES, all)).role_assignments).toHaveLength(12);
  expect((await listed(tim.id, ROLES)).role_assignments).toHaveLength(8);
  expect((await listed(rosalind.id, ROLES, all)).role_assignments).toEqual([]);
  expect(await listed(frances.id, ROLES, all)).not.toHaveProperty("role_assignments");
});

test("filter[role] finds only direct grants; it is repeatable, up to 100 times", async () => {
  const found = async (...roles: string[]) =>
    (
      await sandbox.list(TODAY.id, [
        ...roles.map((role) => ["filter[role]", role] as const),
        ["limit", "100"],
      ])
    ).body.items.map(({ id }) => id);
  const agents = await found("support-agent");
  expect(agents).toContain(ilya.id);
  expect(agents).not.toContain(nora.id);
  expect(await found("on-call")).not.toContain(samir.id);
  expect(await found("on-call")).toEqual([]);
  expect((await found("auditor", "on-call")).length).toBe((await found("auditor")).length);
  const many = Array.from({ length: 101 }, () => ["filter[role]", "admin"] as const);
  expect((await sandbox.list(TODAY.id, many)).status).toBe(400);
  expect((await sandbox.list(TODAY.id, many.slice(1))).status).toBe(200);
});
