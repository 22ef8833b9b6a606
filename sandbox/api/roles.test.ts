import { expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { TODAY } from "../generation-zones.ts";
import { ABSENT, casesOf, peopleOf } from "../people.ts";
import type { Role } from "../population/roles.ts";
import { useSandbox } from "../test-client.ts";
import { SMALL_LEGACY } from "../zones.ts";
import type { Page } from "./page.ts";
import type { DirectRole } from "./roles.ts";

const sandbox = useSandbox();
const get = <Body>(path: string) =>
  sandbox.get<Body>(`/zones/${TODAY.id}/${path}`, API_KEYS.generations);
const list = async (query = "") => (await get<Page<Role>>(`roles?${query}`)).body;
const { suki, nora, ilya } = casesOf(TODAY.id);
const { tim, markup } = peopleOf(TODAY.id);

test("all roles are in one page, with their description if there is one", async () => {
  const { items, pagination } = await list("limit=1&expand[]=total_count");
  expect(items.length).toBeGreaterThan(20);
  expect(pagination).toEqual({
    after_cursor: null,
    before_cursor: null,
    total_count: items.length,
  });
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const described = items.map(({ description }) => typeof description);
  expect(new Set(described)).toEqual(new Set(["string", "undefined", "object"]));
});

test("identifier finds both roles that share one", async () => {
  const { items } = await list("identifier=admin");
  expect(items.map(({ owner_type }) => owner_type)).toEqual(["platform", "customer"]);
  expect((await list("identifier=adm")).items).toEqual([]);
});

test("a single role can be read, only in its own zone", async () => {
  const [role] = (await list("identifier=auditor")).items;
  expect((await get(`roles/${role?.id}`)).body).toEqual(role);
  expect((await get(`roles/${ABSENT.id}`)).status).toBe(404);
});

test("every role that someone holds is in the list", async () => {
  const { items } = await list();
  const ids = new Set(items.map(({ id }) => id));
  const { body } = await sandbox.list(TODAY.id, [
    ["expand[]", "role-assignments"],
    ["role_source", "all"],
    ["limit", "100"],
  ]);
  const held = body.items.flatMap(({ role_assignments }) => role_assignments ?? []);
  expect(held.length).toBeGreaterThan(100);
  expect(held.filter(({ role_id }) => !ids.has(role_id))).toEqual([]);
});

test("a user's roles are the direct ones, with the date each was given", async () => {
  const of = async (id: string, query = "") =>
    (await get<Page<DirectRole>>(`users/${id}/roles?${query}`)).body;
  const { items } = await of(ilya.id);
  expect(items).toMatchObject([
    {
      role_identifier: "support-agent",
      role_owner_type: "customer",
      principal_id: ilya.id,
      principal_type: "user",
      scope_id: null,
      scope_type: null,
    },
    { role_identifier: "auditor" },
  ]);
  expect(Date.parse(items[1]?.created_at ?? "")).toBeGreaterThan(
    Date.parse(items[0]?.created_at ?? ""),
  );
  expect((await of(nora.id)).items).toEqual([]);
  const counted = await of(tim.id, "expand[]=total_count&limit=3");
  expect([counted.items.length, counted.pagination.total_count]).toEqual([3, 8]);
  const next = await of(tim.id, `limit=100&after=${counted.pagination.after_cursor}`);
  expect(next.items).toHaveLength(5);
  expect((await of(suki.id, "filter[scoped]=true")).items).toHaveLength(2);
  expect((await of(suki.id, "filter[scoped]=false")).items).toHaveLength(1);
  const scoped = (await of(suki.id, `filter[scope_id]=${SMALL_LEGACY.id}`)).items;
  expect(scoped).toMatchObject([{ scope_type: "zone", scope_id: SMALL_LEGACY.id }]);
  expect((await of(markup.id)).items[0]?.role_identifier).toContain("<img");
  expect((await get(`users/${ABSENT.id}/roles`)).status).toBe(404);
});
