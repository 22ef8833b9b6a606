import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { user } from "./user.ts";

const FULL = {
  id: "ab3def8hij2klm9opq5rst7uvw",
  created_at: "2026-01-02T03:04:05Z",
  updated_at: "2026-01-02T03:04:05Z",
  email: "ada@example.com",
  email_verified: false,
  identifier: "ada",
  organization_id: "o1",
  zone_id: "z1",
  status: "active",
  authenticated_at: "last tuesday",
  issuer: "https://idp.example",
  subject: "auth0|1",
  provider_id: "p1",
  role_assignments: [
    { role_id: "r1", role_identifier: "admin", scope: { id: "a1", type: "application", extra: 1 } },
    { role_identifier: "viewer", scope: null, source: "group", group_id: "g1" },
  ],
  external: false,
  groups: [
    {
      id: "g1",
      name: "Agents",
      identifier: "agents",
      external: true,
      external_issuer: "https://x",
    },
    { id: "g2", name: "Own", external: false, external_issuer: null, extra: 1 },
  ],
  credentials: [
    { type: "federation", provider_id: "p1", issuer: "https://idp.example", subject: "auth0|1" },
    { type: "federation", provider_id: null, created_at: "2026-01-02T03:04:05Z" },
    { type: "federation", provider_id: "p2", provider: { id: "p2", name: "Staff" } },
    { type: "password", updated_at: "2026-01-02T03:04:05Z" },
    { type: "passkey", counter: 7 },
  ],
  session_count: 0,
  grant_count: 3,
};

const OPTIONAL = Object.keys(FULL).filter((key) => key !== "id");

function parsed(fields: object) {
  const { id, ...others } = user.parse({ id: "u1", ...fields });
  expect(id).toBe("u1");
  return others;
}

describe("user", () => {
  test("reads every documented field unchanged", () => {
    expect(user.parse(FULL)).toEqual(FULL);
  });

  test.each(OPTIONAL)(
    "%s: absent, null, empty and of the wrong type count as not reported",
    (key) => {
      // A list of ways to sign in is valid whatever it contains.
      const odd = key === "credentials" ? [] : [[1]];
      for (const value of [undefined, null, "", { a: 1 }, ...odd, Number.POSITIVE_INFINITY]) {
        // toStrictEqual: "not reported" is an absent key, not a key that is undefined.
        expect(parsed({ [key]: value })).toStrictEqual({});
      }
    },
  );

  test.each([
    ["status", "suspended"],
    ["role_assignments", []],
    ["email_verified", false],
    ["session_count", 0],
  ])("keeps %s %j", (key, value) => {
    expect(parsed({ [key]: value })).toEqual({ [key]: value });
  });

  test.each([
    ["session_count", -1],
    ["grant_count", 1.5],
    ["grant_count", "3"],
    ["email_verified", "true"],
    ["email", 42],
  ])("%s %j counts as not reported", (key, value) => {
    expect(parsed({ [key]: value })).toStrictEqual({});
  });

  test("if one role can't be parsed, none are reported, instead of fewer", () => {
    const roles = [{ role_identifier: "admin", scope: null }, { role_id: "r2" }];
    expect(parsed({ role_assignments: roles })).toStrictEqual({});
  });

  test("a way to sign in that can't be parsed still counts, and doesn't affect the others", () => {
    const password = { type: "password" };
    const ways = [password, null, "federation", [], { type: 7, provider_id: 8 }, password];
    expect(parsed({ credentials: ways })).toStrictEqual({
      credentials: [password, {}, {}, {}, {}, password],
    });
  });

  test("keeps only the name of a way's provider, or nothing if that can't be parsed", () => {
    const way = { type: "federation", provider_id: "p1" };
    const whole = { id: "p1", name: "Staff", slug: "staff", protocols: { openid: {} } };
    const read = parsed({
      credentials: [
        { ...way, provider: whole },
        { ...way, provider: { id: "p1", name: 7 } },
        { ...way, provider: { name: "Staff" } },
      ],
    });
    expect(read).toStrictEqual({
      credentials: [
        { ...way, provider: { id: "p1", name: "Staff" } },
        { ...way, provider: { id: "p1" } },
        way,
      ],
    });
  });

  test.each([
    ["the zone", { scope: null }, { scope: null }],
    ["absent", {}, {}],
    ["that is incomplete", { scope: { id: "a1" } }, {}],
    ["that isn't an object", { scope: "zone" }, {}],
  ])("a scope %s", (_, scope, read) => {
    const roles = [{ role_identifier: "admin", ...scope }];
    const expected = [{ role_identifier: "admin", ...read }];
    expect(parsed({ role_assignments: roles })).toStrictEqual({ role_assignments: expected });
  });

  test.each([undefined, null, "", 7, ["u1"]])("refuses the ID %j", (id) => {
    expect(user.safeParse({ ...FULL, id }).success).toBe(false);
  });

  test.each([null, [], "u1", 7])("refuses %j as a user", (json) => {
    expect(user.safeParse(json).success).toBe(false);
  });

  test("keeps unknown fields", () => {
    expect(parsed({ nickname: "a", more: { b: [1] } })).toEqual({
      nickname: "a",
      more: { b: [1] },
    });
  });

  test("a __proto__ in the reply sets no prototype and reports nothing", () => {
    const read = user.parse(
      JSON.parse('{"id":"u1","__proto__":{"email":"mallory@example.com"},"constructor":1}'),
    );
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(read.email).toBeUndefined();
    expect({}).not.toHaveProperty("email");
  });

  test("never throws on any JSON, and keeps the ID whatever surrounds it", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom(...OPTIONAL), fc.jsonValue()),
        (json, fields) => {
          user.safeParse(json);
          expect(user.safeParse({ ...fields, id: "u1" })).toMatchObject({
            success: true,
            data: { id: "u1" },
          });
        },
      ),
    );
  });
});
