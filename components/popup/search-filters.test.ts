import { describe, expect, it } from "vitest";
import type { User } from "../../lib/keycard/index.ts";
import { filterChoices, filtered } from "./search-filters.ts";

const role = (role_identifier: string) => ({ role_id: "r", role_identifier, scope: null });
const user = (id: string, more: Partial<User>) => ({ id, ...more }) as User;

const ann = user("ann", { status: "active", email_verified: true, role_assignments: [] });
const ben = user("ben", {
  status: "disabled",
  email_verified: true,
  role_assignments: [role("admin"), role("auditor")],
});
const cleo = user("cleo", { status: "active", role_assignments: [role("admin")] });
const all = [ann, ben, cleo];

describe("filtered", () => {
  it.each([
    [{}, ["ann", "ben", "cleo"]],
    [{ status: "Active" }, ["ann", "cleo"]],
    [{ verification: "E-mail verified" }, ["ann", "ben"]],
    [{ verification: "Verification not reported" }, ["cleo"]],
    [{ role: "admin" }, ["ben", "cleo"]],
    [{ role: "admin", status: "Active" }, ["cleo"]],
    [{ role: "auditor", status: "Active" }, []],
  ])("by %j", (filters, ids) => {
    expect(filtered(all, filters).map(({ id }) => id)).toEqual(ids);
  });
});

describe("filterChoices", () => {
  it("offers what those found differ in", () => {
    expect(filterChoices(all, {})).toEqual({
      status: ["Active", "Disabled"],
      verification: ["E-mail verified", "Verification not reported"],
      role: ["admin", "auditor"],
    });
  });

  it("offers the only role there is, where somebody does not hold it", () => {
    expect(filterChoices([ann, cleo], {}).role).toEqual(["admin"]);
  });

  it("offers nothing where all are alike", () => {
    expect(filterChoices([ann], {})).toEqual({ status: [], verification: [], role: [] });
  });

  it("keeps what is chosen, though nobody found has it", () => {
    expect(filterChoices([ann], { status: "Disabled", role: "owner" })).toEqual({
      status: ["Disabled", "Active"],
      verification: [],
      role: ["owner"],
    });
  });
});
