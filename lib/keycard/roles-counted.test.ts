import { expect, test } from "vitest";
import { ASKS } from "./asks.ts";
import { userId } from "./ids.ts";
import { withRolesCounted } from "./roles-counted.ts";
import type { UserRecord } from "./user.ts";

const id = userId("u1");
const role = (source?: string) => ({
  role_identifier: "admin",
  scope: null,
  ...(source !== undefined && { source }),
});

test.each<[string, UserRecord, "all" | undefined]>([
  ["external", { id, external: false }, "all"],
  ["groups", { id, groups: [] }, "all"],
  ["a role's source", { id, role_assignments: [role(), role("user")] }, "all"],
  [
    "nothing of the current generation",
    { id, role_assignments: [role()], status: "active" },
    undefined,
  ],
  ["nothing at all", { id }, undefined],
])("roles are counted if the reply has %s, and all were requested", (_, record, counted) => {
  expect(withRolesCounted(record, "today").rolesCounted).toBe(counted);
  for (const ask of ASKS.slice(1)) expect(withRolesCounted(record, ask)).toStrictEqual(record);
});

test("the note belongs to the extension: the API can't set it", () => {
  const forged = { id, rolesCounted: "all" } as UserRecord;
  expect(withRolesCounted(forged, "today")).toStrictEqual({ id });
});
