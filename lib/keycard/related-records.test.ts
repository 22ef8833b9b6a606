import { describe, expect, test } from "vitest";
import { NAMED_KINDS } from "../named-kinds.ts";
import { grant, named, session } from "./related-records.ts";
import { zone } from "./zone.ts";

const SESSION = {
  id: "s1",
  user_id: "u1",
  session_type: "user",
  status: "active",
  authenticated_at: "2026-01-02T03:04:05Z",
  created_at: "2026-01-02T03:04:05Z",
  expires_at: "2026-01-03T03:04:05Z",
  application_id: "a1",
  user_agent_id: "ua1",
  metadata: { name: "Firefox" },
};

const GRANT = {
  id: "g1",
  user_id: "u1",
  resource_id: "r1",
  scopes: ["read", "write"],
  status: "active",
  created_at: "2026-01-02T03:04:05Z",
  updated_at: "2026-01-02T03:04:05Z",
  expires_at: "2026-01-03T03:04:05Z",
  refresh_token_set: true,
  refreshed_at: "2026-01-02T03:04:05Z",
};

const NAMED = {
  id: "r1",
  name: "Mail",
  identifier: "https://mail.example",
  description: "All of it",
};

const ZONE = { id: "z1", name: "Main", slug: "main", organization_id: "o1", description: "Ours" };

const NOTHING: string[] = [];

describe.each([
  ["a session", session, SESSION, NOTHING],
  ["a grant", grant, GRANT, NOTHING],
  ["a named thing", named, NAMED, ["id"]],
  ["a zone", zone, ZONE, ["id"]],
])("%s", (_, schema, full, needed) => {
  test("returns every documented field unchanged", () => {
    expect(schema.parse(full)).toEqual(full);
  });

  test("treats an empty value as not reported", () => {
    for (const key of Object.keys(full).filter((name) => !needed.includes(name))) {
      const { [key]: _, ...others } = full as Record<string, unknown>;
      for (const value of [undefined, null, "", 7, { a: 1 }].slice(0, key === "metadata" ? 4 : 5))
        expect.soft(schema.parse({ ...full, [key]: value }), key).toStrictEqual(others);
    }
  });

  test("is refused without the field that identifies it", () => {
    for (const key of needed)
      for (const value of [undefined, null, "", 7, "a".repeat(256)])
        expect.soft(schema.safeParse({ ...full, [key]: value }).success, key).toBe(false);
  });
});

test("a session whose metadata has no readable name has no name", () => {
  expect(session.parse({ ...SESSION, metadata: { name: 7, os: "x" } }).metadata?.name).toBe(
    undefined,
  );
});

test("a grant's scopes are all reported, or none", () => {
  const scopes = (value: unknown[]) => grant.parse({ ...GRANT, scopes: value }).scopes;
  expect(scopes([])).toEqual([]);
  expect(scopes(["read", ""])).toBeUndefined();
  expect(scopes(Array(1_000).fill("read"))).toHaveLength(1_000);
  expect(scopes(Array(1_001).fill("read"))).toBeUndefined();
});

test("names can be requested for these paths", () => {
  expect(NAMED_KINDS).toEqual([
    "providers",
    "applications",
    "resources",
    "user-agents",
    "groups",
    "roles",
  ]);
});
