import { expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { TODAY } from "../generation-zones.ts";
import { ABSENT, PEOPLE } from "../people.ts";
import type { Grant } from "../population/grants.ts";
import type { Named, Provider } from "../population/neighbors.ts";
import type { Session } from "../population/sessions.ts";
import type { User } from "../population/user.ts";
import { useSandbox } from "../test-client.ts";
import { ACME, SMALL_LEGACY } from "../zones.ts";
import type { Page } from "./page.ts";

const sandbox = useSandbox();
const ZONE = `/zones/${ACME.id}`;
const { ada, katherine, markup, orphan } = PEOPLE;

const user = async (id: string) => (await sandbox.get<User>(`${ZONE}/users/${id}`)).body;
const provider = (id: unknown, zone = ZONE) => sandbox.get<Provider>(`${zone}/providers/${id}`);

test("a provider has a name, and belongs to its zone", async () => {
  const { provider_id: id, issuer } = await user(ada.id);
  const { body } = await provider(id);
  expect(body).toMatchObject({ id, name: "Acme Identity", identifier: issuer });
  expect((await provider(id, `/zones/${SMALL_LEGACY.id}`)).status).toBe(404);
  expect((await provider((await user(orphan.id)).provider_id)).status).toBe(404);
  expect((await provider((await user(markup.id)).provider_id)).body.name).toContain("<img");
});

test.each(["sessions", "delegated-grants"])("%s of a user, by status, in pages", async (list) => {
  type Items = Page<Session & Grant>;
  const all = (await sandbox.get<Items>(`${ZONE}/${list}?limit=100`)).body;
  expect(all.items).toHaveLength(100);
  const next = `${ZONE}/${list}?limit=100&after=${all.pagination.after_cursor}`;
  const second = (await sandbox.get<Items>(next)).body;
  expect(second.items).not.toContainEqual(all.items[0]);

  const owner = all.items[0]?.user_id;
  const path = `${ZONE}/${list}?user_id=${owner}`;
  const own = (await sandbox.get<Items>(path)).body.items;
  expect(own).toEqual([...all.items, ...second.items].filter((item) => item.user_id === owner));
  const active = (await sandbox.get<Items>(`${path}&status=active`)).body.items;
  expect(active).toEqual(own.filter((item) => item.status === "active"));

  expect((await sandbox.get(`${path}&status=asleep`)).status).toBe(400);
  expect((await sandbox.get(`${path}&limit=0`)).status).toBe(400);
  const nobody = await sandbox.get<Items>(`${ZONE}/${list}?user_id=${ABSENT.id}`);
  expect(nobody.body.items).toEqual([]);
});

test("counts in the list equal the active sessions and grants", async () => {
  const { body } = await sandbox.list(ACME.id, [
    ["limit", "20"],
    ["expand[]", "session_count"],
    ["expand[]", "grant_count"],
  ]);
  expect(body.items).toHaveLength(20);
  expect(body.items.some(({ session_count: sessions }) => Number(sessions) > 0)).toBe(true);
  expect(body.items.some(({ grant_count: grants }) => Number(grants) > 0)).toBe(true);
  for (const { id, session_count, grant_count } of body.items) {
    const active = async (list: string) =>
      (await sandbox.get<Page<object>>(`${ZONE}/${list}?user_id=${id}&status=active`)).body.items;
    expect(await active("sessions")).toHaveLength(Number(session_count));
    expect(await active("delegated-grants")).toHaveLength(Number(grant_count));
  }
});

test("someone who never signed in has no sessions", async () => {
  const { body } = await sandbox.get<Page<Session>>(`${ZONE}/sessions?user_id=${katherine.id}`);
  expect(body.items).toEqual([]);
});

test("applications and resources have names, if they exist", async () => {
  const { body: sessions } = await sandbox.get<Page<Session>>(`${ZONE}/sessions?limit=100`);
  const ids = new Set(sessions.items.map((session) => session.application_id));
  const statuses = new Set<number>();
  for (const id of ids) {
    if (id !== undefined) statuses.add((await sandbox.get(`${ZONE}/applications/${id}`)).status);
  }
  expect(statuses).toEqual(new Set([200, 404]));

  const { body: grants } = await sandbox.get<Page<Grant>>(`${ZONE}/delegated-grants`);
  const resource = await sandbox.get(`${ZONE}/resources/${grants.items[0]?.resource_id}`);
  expect(resource.body).toMatchObject({ name: expect.any(String), identifier: expect.any(String) });
});

test("all of it needs a key that can read the zone", async () => {
  for (const path of [
    "providers/x",
    "sessions",
    "delegated-grants",
    "resources/x",
    "applications/x",
  ]) {
    expect((await sandbox.get(`${ZONE}/${path}`, null)).status).toBe(401);
    const other = await sandbox.get(`/zones/${SMALL_LEGACY.id}/${path}`, API_KEYS.oneZone);
    expect(other.status).toBe(403);
  }
});

const KINDS = ["providers", "applications", "resources", "user-agents"];

test.each(KINDS)("%s are listed, by page, by slug and by up to 100 ids", async (kind) => {
  const path = `/zones/${TODAY.id}/${kind}`;
  const list = async (query: string) =>
    (await sandbox.get<Page<Named>>(`${path}?${query}`, API_KEYS.generations)).body;
  const all = await list("expand[]=total_count");
  expect(all.pagination.total_count).toBe(all.items.length);
  expect(all.items.length).toBeGreaterThan(5);
  for (const item of all.items)
    expect(item).toMatchObject({ zone_id: TODAY.id, name: expect.any(String) });

  const first = await list("limit=2");
  const rest = await list(`limit=100&after=${first.pagination.after_cursor}`);
  expect([...first.items, ...rest.items]).toEqual(all.items);
  const [, second] = all.items;
  expect((await list(`slug=${second?.slug}`)).items).toEqual([second]);
  expect((await list(`identifier=${encodeURIComponent(second?.identifier ?? "")}`)).items).toEqual([
    second,
  ]);

  const named = await list(`filter[id]=${second?.id}&filter%5Bid%5D=${ABSENT.id}&limit=1`);
  expect(named.items).toEqual([second]);
  expect(named.pagination).toEqual({ after_cursor: null, before_cursor: null });
  const status = async (query: string) =>
    (await sandbox.get(`${path}?${query}`, API_KEYS.generations)).status;
  const many = (count: number) => Array(count).fill(`filter[id]=${ABSENT.id}`).join("&");
  expect(await status(many(100))).toBe(200);
  expect(await status(many(101))).toBe(400);
  expect(await status(`${many(1)}&after=x`)).toBe(400);
});

test("providers and applications also report pages in the older form", async () => {
  for (const kind of ["providers", "applications"]) {
    const { body } = await sandbox.get<{ page_info: object }>(`${ZONE}/${kind}?limit=2`);
    expect(body.page_info).toMatchObject({ has_next_page: true, has_previous_page: false });
  }
  expect((await sandbox.get(`${ZONE}/resources`)).body).not.toHaveProperty("page_info");
});
