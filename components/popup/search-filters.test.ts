import { describe, expect, it } from "vitest";
import type { User } from "../../lib/keycard/index.ts";
import { choiceOf, filterChoices } from "./search-filters.ts";

const role = (role_identifier: string) => ({ role_id: "r", role_identifier, scope: null });
const user = (id: string, more: Partial<User>) => ({ id, ...more }) as User;

const ann = user("ann", { status: "active", email_verified: true, role_assignments: [] });
const ben = user("ben", {
  status: "disabled",
  email_verified: true,
  role_assignments: [role("admin"), role("auditor")],
});
const cleo = user("cleo", { status: "active", role_assignments: [role("admin")] });
const dora = user("dora", {});
const emil = user("emil", { role_assignments: [], rolesCounted: "all" });
const all = [ann, ben, cleo];

describe("choiceOf", () => {
  it.each([
    [{}, ["ann", "ben", "cleo"]],
    [{ status: "Active" }, ["ann", "cleo"]],
    [{ verification: "E-mail verified" }, ["ann", "ben"]],
    [{ verification: "Verification not reported" }, ["cleo"]],
    [{ role: "admin" }, ["ben", "cleo"]],
    [{ role: "admin", status: "Active" }, ["cleo"]],
    [{ role: "auditor", status: "Active" }, []],
  ])("filters by %j", (filters, ids) => {
    expect(all.filter(choiceOf(filters).fits).map(({ id }) => id)).toEqual(ids);
  });
});

describe("filterChoices", () => {
  it("offers what the users found differ in", () => {
    expect(filterChoices(all, {})).toEqual({
      status: ["Active", "Disabled"],
      verification: ["E-mail verified", "Verification not reported"],
      role: ["admin", "auditor", "No direct roles"],
    });
  });

  it("offers the no-role filter only as far as the card claims no roles", () => {
    const roles = filterChoices([ann, cleo, dora, emil], {}).role;
    expect(roles).toEqual(["admin", "No direct roles", "No roles", "Roles not reported"]);
    for (const [role, who] of [
      ["No direct roles", ann],
      ["No roles", emil],
      ["Roles not reported", dora],
    ] as const)
      expect([ann, cleo, dora, emil].filter(choiceOf({ role }).fits)).toEqual([who]);
  });

  it("offers nothing if all are alike", () => {
    expect(filterChoices([ann], {})).toEqual({ status: [], verification: [], role: [] });
  });

  it("keeps a chosen filter that matches no one", () => {
    expect(filterChoices([ann], { status: "Disabled", role: "owner" })).toEqual({
      status: ["Disabled", "Active"],
      verification: [],
      role: ["owner", "No direct roles"],
    });
  });
});
