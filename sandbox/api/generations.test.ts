import { describe, expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import {
  DOCUMENTED,
  DOCUMENTED_STRICT,
  GENERATION_ZONES,
  LEGACY,
  SPRING,
  SPRING_STRICT,
  TODAY,
  TODAY_STRICT,
} from "../generation-zones.ts";
import { casesOf, peopleOf } from "../people.ts";
import type { User } from "../population/user.ts";
import { type Query, useSandbox } from "../test-client.ts";
import { ABSENT_ZONE_ID, ACME, ZONES } from "../zones.ts";
import type { Page } from "./page.ts";
import type { WireZone } from "./zones.ts";

const sandbox = useSandbox();
const get = <Body>(path: string) => sandbox.get<Body>(path, API_KEYS.generations);

/** Everything that the newest client requests. */
const NEWEST: Query = [
  ["expand[]", "total_count"],
  ["expand[]", "session_count"],
  ["expand[]", "grant_count"],
  ["expand[]", "role-assignments"],
  ["role_source", "all"],
  ["expand[]", "groups"],
  ["expand[]", "credentials"],
];
const DOCUMENTED_ONES: Query = NEWEST.slice(0, 4);
const OLDEST: Query = NEWEST.slice(0, 1);

async function ada(zoneId: string, query: Query) {
  const { email } = peopleOf(zoneId).ada;
  const { status, body } = await sandbox.list(zoneId, [["filter[email]", email], ...query]);
  return { status, user: body.items?.[0], count: body.items?.length, ...body.pagination };
}

test("one key can list and read a zone for each generation; the others don't see them", async () => {
  const usual = (await sandbox.get<Page<WireZone>>("/zones")).body.items;
  expect(usual.map(({ id }) => id)).toEqual(
    ZONES.filter(({ forbidden }) => !forbidden).map(({ id }) => id),
  );
  const every = (await get<Page<WireZone>>("/zones")).body.items;
  expect(every.slice(usual.length).map(({ id }) => id)).toEqual(
    GENERATION_ZONES.map(({ id }) => id),
  );
  expect((await sandbox.get(`/zones/${TODAY.id}/users`)).status).toBe(403);
  expect((await get(`/zones/${ABSENT_ZONE_ID}`)).status).toBe(404);
});

describe("steps down from the newest request", () => {
  test.each([
    [TODAY, [200, 200, 200]],
    [TODAY_STRICT, [200, 200, 200]],
    [DOCUMENTED, [200, 200, 200]],
    [DOCUMENTED_STRICT, [400, 200, 200]],
    [SPRING, [200, 200, 200]],
    [SPRING_STRICT, [400, 400, 200]],
    [LEGACY, [200, 200, 200]],
  ])("$name", async (zone, statuses) => {
    const tried = [];
    for (const query of [NEWEST, DOCUMENTED_ONES, OLDEST]) {
      tried.push((await ada(zone.id, query)).status);
    }
    expect(tried).toEqual(statuses);
  });
});

describe("what a user has", () => {
  const TAGS = { source: "user", role_owner_type: "platform" };

  test("today: everything", async () => {
    const { user } = await ada(TODAY.id, NEWEST);
    expect(user).toMatchObject({
      status: "active",
      external: false,
      role_assignments: [TAGS, TAGS],
      groups: [{ name: "Refund approvers" }],
      credentials: [{ type: "federation" }],
      session_count: 3,
      grant_count: 2,
    });
  });

  test("documented: only what is in the notes' table", async () => {
    const { user } = await ada(DOCUMENTED.id, NEWEST);
    expect(user).toMatchObject({ status: "active", session_count: 3, grant_count: 2 });
    for (const field of ["external", "groups", "credentials"])
      expect(user).not.toHaveProperty(field);
    const keys = user?.role_assignments?.map((role) => Object.keys(role));
    expect(keys).toEqual(Array(2).fill(["role_id", "role_identifier", "scope"]));
  });

  test.each([SPRING, LEGACY])("$name: neither status nor roles nor counts", async (zone) => {
    const { user } = await ada(zone.id, NEWEST);
    for (const field of ["status", "role_assignments", "session_count", "external"])
      expect(user).not.toHaveProperty(field);
    expect(user).toMatchObject({ email: "ada@example.com", email_verified: true });
  });
});

test("exact filters apply in today's generation; a documented zone lists everyone, a strict one refuses", async () => {
  const query: Query = [["filter[identifier]", "E-1042"]];
  const { erin } = casesOf(TODAY.id);
  expect((await sandbox.list(TODAY.id, query)).body.items).toMatchObject([{ id: erin.id }]);
  expect((await sandbox.list(DOCUMENTED.id, query)).body.items).toHaveLength(50);
  expect((await sandbox.list(DOCUMENTED_STRICT.id, query)).status).toBe(400);
});

test("retrieve expands roles and groups in today's generation; older ones ignore or refuse it", async () => {
  const retrieved = (zoneId: string, query: string) =>
    get<User>(`/zones/${zoneId}/users/${casesOf(zoneId).nora.id}?${query}`);
  const newest = "expand[]=role-assignments&expand[]=groups&role_source=all";
  const { body } = await retrieved(TODAY.id, newest);
  expect(body).toMatchObject({ groups: [{}, {}], role_assignments: [{}, {}, {}] });
  for (const zone of [DOCUMENTED, SPRING, LEGACY]) {
    const reply = await retrieved(zone.id, newest);
    expect(reply.status).toBe(200);
    expect(reply.body).not.toHaveProperty("role_assignments");
  }
  expect((await retrieved(DOCUMENTED_STRICT.id, newest)).status).toBe(400);
  expect((await retrieved(TODAY_STRICT.id, newest)).status).toBe(200);
  expect((await retrieved(TODAY_STRICT.id, "expand[]=credentials")).status).toBe(400);
});

test("the trap: a legacy zone shows its first 100, counts 0 and has no cursors", async () => {
  const { status, count, ...pagination } = await ada(LEGACY.id, NEWEST);
  expect([status, count]).toEqual([200, 100]);
  expect(pagination).toMatchObject({ after_cursor: null, before_cursor: null, total_count: 0 });
});

test("a zone's roles and groups are endpoints of today's generation only", async () => {
  for (const path of ["roles", "groups", `users/${peopleOf(DOCUMENTED.id).ada.id}/roles`]) {
    for (const zone of [DOCUMENTED, DOCUMENTED_STRICT, SPRING, LEGACY])
      expect([zone.name, path, (await get(`/zones/${zone.id}/${path}`)).status]).toEqual([
        zone.name,
        path,
        404,
      ]);
  }
  expect((await get(`/zones/${TODAY.id}/roles`)).status).toBe(200);
  expect((await get(`/zones/${TODAY.id}/groups`)).status).toBe(200);
});

test("the lists of related things are strict too", async () => {
  for (const path of ["sessions", "delegated-grants", "providers", "roles", "groups"]) {
    expect((await get(`/zones/${TODAY_STRICT.id}/${path}?shoe_size=1`)).status).toBe(400);
    expect((await get(`/zones/${TODAY_STRICT.id}/${path}?expand[]=shoes`)).status).toBe(400);
    expect((await get(`/zones/${TODAY.id}/${path}?shoe_size=1&expand[]=shoes`)).status).toBe(200);
  }
});

test("a running zone's dialect can be changed, and all reset to their initial dialect", async () => {
  const path = `/__zones/${ACME.id}`;
  const isToday = async () => "external" in ((await ada(ACME.id, [])).user ?? {});
  const told = await sandbox.control(path, { generation: "today", strict: true });
  expect(told.body).toEqual({
    generation: "today",
    strict: true,
    filtering: true,
    retrieveExpands: true,
  });
  expect(await isToday()).toBe(true);
  expect((await sandbox.list(ACME.id, [["shoe_size", "1"]])).status).toBe(400);
  expect((await sandbox.control(path, { filtering: "email" })).body).toMatchObject({
    generation: "legacy",
    filtering: "email",
  });
  await sandbox.control("/__zones", undefined, "DELETE");
  const { generation } = ACME.dialect;
  expect(await isToday()).toBe(generation === "today");
  expect((await sandbox.control(path, { strict: true })).body).toMatchObject({
    generation,
    strict: true,
  });
  await sandbox.control("/__zones", undefined, "DELETE");
});
