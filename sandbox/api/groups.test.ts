import { expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { TODAY } from "../generation-zones.ts";
import { ABSENT, casesOf } from "../people.ts";
import type { Group } from "../population/groups.ts";
import { useSandbox } from "../test-client.ts";
import type { Page } from "./page.ts";
import type { DirectRole } from "./roles.ts";

type WireGroup = Group & { member_count?: number; roles?: string[] };

const sandbox = useSandbox();
const get = <Body>(path: string) =>
  sandbox.get<Body>(`/zones/${TODAY.id}/${path}`, API_KEYS.generations);
const list = async (query = "") => (await get<Page<WireGroup>>(`groups?${query}`)).body;

test("groups have names; those of a directory name it", async () => {
  const { items } = await list();
  expect(items.find(({ identifier }) => identifier === "support-agents")).toMatchObject({
    name: "Support agents",
    external: false,
    external_issuer: null,
  });
  expect(items.find(({ identifier }) => identifier === "scim-on-call")).toMatchObject({
    external: true,
    external_issuer: "https://login.partners.example/realms/main",
  });
});

test("member_count and roles are expanded in list and retrieve alike", async () => {
  const [agents] = (await list("filter[identifier]=support-agents")).items;
  expect(agents).not.toHaveProperty("roles");
  const members = await sandbox.list(TODAY.id, [
    ["filter[groups]", agents?.id ?? ""],
    ["expand[]", "total_count"],
  ]);
  const expand = "expand[]=member_count&expand%5B%5D=roles";
  const { body } = await get<WireGroup>(`groups/${agents?.id}?${expand}`);
  expect(body).toEqual({
    ...agents,
    member_count: members.body.pagination.total_count,
    roles: ["support-agent", "knowledge-editor"],
  });
  expect((await list(`filter[identifier]=support-agents&${expand}`)).items).toEqual([body]);
  expect((await get(`groups/${ABSENT.id}`)).status).toBe(404);
});

test("filter[id] answers in one page, omits missing groups, and excludes cursors", async () => {
  const all = (await list()).items;
  const ids = [all[3], all[1]].map((group) => `filter[id]=${group?.id}`).join("&");
  const { items, pagination } = await list(`${ids}&filter[id]=${ABSENT.id}&limit=1`);
  expect(items).toEqual([all[1], all[3]]);
  expect(pagination).toEqual({ after_cursor: null, before_cursor: null });
  expect((await get(`groups?${ids}&after=x`)).status).toBe(400);
  const many = (count: number) => Array(count).fill(`filter[id]=${ABSENT.id}`).join("&");
  expect((await get(`groups?${many(100)}`)).status).toBe(200);
  expect((await get(`groups?${many(101)}`)).status).toBe(400);
});

test("a group's roles are listed with their scopes, and its members by ID, page by page", async () => {
  const [group] = (await list("filter[identifier]=support-agents")).items;
  const below = `groups/${group?.id}`;
  const roles = (await get<Page<DirectRole>>(`${below}/roles?expand[]=total_count`)).body;
  expect(roles.items).toMatchObject([
    { role_identifier: "support-agent", principal_type: "group", principal_id: group?.id },
    { role_identifier: "knowledge-editor", scope_id: null, scope_type: null },
  ]);
  expect(roles.pagination.total_count).toBe(2);
  type Members = Page<{ user_id: string; user?: { email: string } }>;
  const members = async (query = "") => (await get<Members>(`${below}/members?${query}`)).body;
  const { nora } = casesOf(TODAY.id);
  expect((await members("query[]=NORA@&expand[]=user")).items).toMatchObject([
    { user_id: nora.id, user: { email: nora.email } },
  ]);
  expect((await members(`filter[id]=${nora.id}&filter[id]=${ABSENT.id}`)).items).toHaveLength(1);
  const first = await members("limit=1&expand[]=total_count");
  const { body } = await get<WireGroup>(`${below}?expand[]=member_count`);
  expect(first.pagination.total_count).toBe(body.member_count);
  expect((await members(`limit=100&after=${first.pagination.after_cursor}`)).items).toHaveLength(
    (body.member_count ?? 0) - 1,
  );
  for (const path of ["roles", "members"])
    expect((await get(`groups/${ABSENT.id}/${path}`)).status).toBe(404);
});

test("groups are searched, sorted and paged", async () => {
  const names = (page: Page<WireGroup>) => page.items.map(({ name }) => name);
  expect(names(await list("query[]=AGENTS"))).toEqual(["Support agents"]);
  expect(names(await list("query[]=scim-"))).toEqual(["All employees", "On-call engineers"]);
  const down = names(await list("sort=-name"));
  expect(down).toEqual(down.toSorted().toReversed());
  const first = await list("sort=-name&limit=3&expand[]=total_count");
  const second = await list(`sort=-name&limit=100&after=${first.pagination.after_cursor}`);
  expect([...names(first), ...names(second)]).toEqual(down);
  expect(first.pagination.total_count).toBe(down.length);
  expect((await get("groups?sort=size")).status).toBe(400);
});
