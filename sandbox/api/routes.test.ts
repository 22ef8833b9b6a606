import { expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { ABSENT, LARGE_LEGACY_PEOPLE, PEOPLE } from "../people.ts";
import { useSandbox } from "../test-client.ts";
import { ABSENT_ZONE_ID, ACME, LARGE_LEGACY } from "../zones.ts";
import type { Page } from "./page.ts";
import type { ProblemBody } from "./problem.ts";
import type { WireZone } from "./zones.ts";

const sandbox = useSandbox();
const USERS = `/zones/${ACME.id}/users`;
const statusOf = async (path: string) => (await sandbox.get(path)).status;

test("GET /zones pages and counts", async () => {
  const first = await sandbox.get<Page<WireZone>>("/zones?limit=2&expand%5B%5D=total_count");
  expect(first.body.items.map((zone) => zone.slug)).toEqual(["acme-support", "small-legacy"]);
  expect(first.body.pagination).toMatchObject({ total_count: 3, before_cursor: null });
  const rest = await sandbox.get<Page<WireZone>>(
    `/zones?limit=2&after=${first.body.pagination.after_cursor}`,
  );
  expect(rest.body.items.map((zone) => zone.id)).toEqual([LARGE_LEGACY.id]);
  expect(rest.body.pagination).toEqual({ after_cursor: null, before_cursor: expect.any(String) });
  const back = await sandbox.get<Page<WireZone>>(
    `/zones?limit=2&before=${rest.body.pagination.before_cursor}`,
  );
  expect(back.body.items).toEqual(first.body.items);
  for (const bad of ["limit=0", "after=x", "expand[]=users"]) {
    expect(await statusOf(`/zones?${bad}`)).toBe(400);
  }
});

test("GET /zones/{z} describes the zone", async () => {
  const { body } = await sandbox.get<WireZone>(`/zones/${ACME.id}`);
  expect(body).toMatchObject({ id: ACME.id, name: "Acme Support", slug: "acme-support" });
});

test("what doesn't exist is 404", async () => {
  const paths = [
    `/zones/${ABSENT_ZONE_ID}`,
    `/zones/${ABSENT_ZONE_ID}/users`,
    `${USERS}/${ABSENT.id}`,
    `${USERS}/${LARGE_LEGACY_PEOPLE.zoe.id}`,
    `${USERS}/${PEOPLE.ada.id.toUpperCase()}`,
    `${USERS}/%2e%2e`,
    "/organizations",
    "/zones/",
  ];
  for (const path of paths) {
    const { status, body } = await sandbox.get<ProblemBody>(path);
    expect([path, status, body.code]).toEqual([path, 404, "not_found"]);
  }
});

test("retrieve shows roles on request, and nothing that it doesn't know", async () => {
  const path = `${USERS}/${PEOPLE.ada.id}`;
  expect((await sandbox.get(path)).body).not.toHaveProperty("role_assignments");
  expect((await sandbox.get(`${path}?expand%5B%5D=role-assignments`)).body).toMatchObject({
    id: PEOPLE.ada.id,
    role_assignments: [{ role_identifier: "admin" }, { role_identifier: "auditor" }],
  });
  const unknown = await sandbox.get(`${path}?expand[]=session_count&role_source=all`);
  expect(unknown.body).toEqual((await sandbox.get(path)).body);
});

test("other methods are 405, and nothing allows CORS", async () => {
  const attempts = [
    ["POST", "/zones"],
    ["HEAD", USERS],
    ["DELETE", `${USERS}/${PEOPLE.ada.id}`],
    ["PATCH", `${USERS}/${PEOPLE.ada.id}`],
    ["OPTIONS", USERS],
    ["GET", "/service-account-token"],
  ] as const;
  for (const [method, path] of attempts) {
    const headers = { Authorization: `Bearer ${API_KEYS.full}`, Origin: "https://page.example" };
    const { status, headers: sent } = await fetch(sandbox.url() + path, { method, headers });
    expect([method, path, status]).toEqual([method, path, 405]);
    expect(sent.get("allow")).toBe(path === "/service-account-token" ? "POST" : "GET");
    expect(sent.get("access-control-allow-origin")).toBeNull();
  }
});
