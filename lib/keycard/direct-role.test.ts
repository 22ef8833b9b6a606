import { expect, test } from "vitest";
import { directRole, roleAssignment } from "./direct-role.ts";

const read = (fields: object) => roleAssignment(directRole.parse(fields));

test("a directly granted role has the same form as in a user, and says that it is direct", () => {
  const granted = {
    id: "g1",
    role_id: "r1",
    role_identifier: "admin",
    role_owner_type: "platform",
    principal_id: "u1",
    principal_type: "user",
    scope_id: "z2",
    scope_type: "zone",
    created_at: "2026-01-02T03:04:05Z",
  };
  expect(read(granted)).toStrictEqual({
    role_id: "r1",
    role_identifier: "admin",
    role_owner_type: "platform",
    source: "user",
    scope: { id: "z2", type: "zone" },
  });
});

test.each([
  ["absent", {}, { scope: null }],
  ["null", { scope_id: null, scope_type: null }, { scope: null }],
  ["without a type", { scope_id: "z2" }, {}],
  ["without an ID", { scope_type: "zone" }, {}],
])("a scope %s", (_, scope, expected) => {
  expect(read({ role_identifier: "admin", ...scope })).toStrictEqual({
    role_identifier: "admin",
    source: "user",
    ...expected,
  });
});

test("a role without an identifier is invalid", () => {
  expect(directRole.safeParse({ role_id: "r1" }).success).toBe(false);
});
