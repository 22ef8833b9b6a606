import { expect, it } from "vitest";
import type { RoleAssignment, User } from "../../lib/keycard/index.ts";
import { dana, ilya, lena, nora, otto, samir, suki } from "../testing/sample-cases.ts";
import {
  ada,
  bare,
  bob,
  member,
  newer,
  staging,
  uncounted,
  zone,
} from "../testing/sample-users.ts";
import type { NameOf } from "./thing-names.ts";
import { isManaged, noRolesOf, rolesMayMiss, roleWords, zoneOf } from "./user-words.ts";

const said = (user: User, ...names: Parameters<typeof roleWords>[1][]) =>
  user.role_assignments
    ?.map(roleWords(user, names[0]))
    .map(({ name, beside }) => [name, ...beside].join(" · "));

it("a role comes from a grant or from a group, by the group's name", () => {
  expect(said(nora)).toEqual([
    "support-agent · via group Support agents · zone",
    "knowledge-editor · via group Support agents · zone",
    "billing-viewer · via group Billing · resource r1a2b3c4",
  ]);
  expect(said(ilya)).toEqual([
    "support-agent · direct · zone",
    "support-agent · via group Support agents · zone",
  ]);
  expect(said(samir)?.[1]).toBe("admin · via group On call · zone");
  const names: NameOf = (thing) => ({ ...thing, name: `the ${thing.id}` });
  expect(said(member, names)?.slice(1)).toEqual([
    "agent · via group Support agents · zone",
    "buyer · via group the g2 · zone",
    "guest · via group · zone",
  ]);
});

it("a role's owner is shown only where two roles share an identifier", () => {
  expect(said(otto)).toEqual([
    "admin · platform role · direct · zone",
    "admin · customer role · direct · zone",
    "support-agent · direct · zone",
  ]);
});

it.each<[string | undefined, string | undefined, string[]]>([
  ["platform", undefined, ["x · platform role · zone", "x · zone"]],
  ["platform", "partner", ["x · platform role · zone", "x · partner · zone"]],
  ["customer", "customer", ["x · zone", "x · zone"]],
  [undefined, undefined, ["x · zone", "x · zone"]],
])("for owners %s and %s, it is only said that they differ", (one, other, expected) => {
  const role = (owner: string | undefined): RoleAssignment => ({
    role_identifier: "x",
    scope: null,
    ...(owner !== undefined && { role_owner_type: owner }),
  });
  expect(said({ ...bare, role_assignments: [role(one), role(other)] })).toEqual(expected);
});

it("zones are told apart by name if known; things are shown by name instead of ID", () => {
  const names: NameOf = (thing) =>
    thing.kind === "zones" ? { ...thing, name: "Staging" } : undefined;
  expect(said(suki, names)).toEqual([
    "auditor · direct · zone Staging",
    "developer · direct · this zone",
    "support-agent · direct · this zone",
  ]);
  const things: NameOf = (thing) => ({ ...thing, name: `the ${thing.kind}` });
  expect(said(ada, things)).toEqual(["admin · zone", "auditor · resource the resources"]);
  const held = { role_identifier: "x", scope: { type: "vault", id: "v1" } };
  expect(said({ ...bare, role_assignments: [held] }, things)).toEqual(["x · vault v1"]);
});

it("in few words, a direct grant on the zone itself has no details, and a thing has only its name", () => {
  const brief = (user: User, nameOf?: NameOf) =>
    user.role_assignments?.map(roleWords(user, nameOf)).map((words) => words.brief);
  const things: NameOf = (thing) => ({ ...thing, name: `the ${thing.kind}` });
  expect(brief(ada)).toEqual([[], ["resource r1a2b3c4"]]);
  expect(brief(ada, things)).toEqual([[], ["the resources"]]);
  expect(brief(member)?.[1]).toEqual(["via group Support agents"]);
  expect(brief(otto)?.[0]).toEqual(["platform role"]);
  expect(brief(suki, things)).toEqual([["zone the zones"], ["this zone"], ["this zone"]]);
  expect(brief({ ...bare, role_assignments: [{ role_identifier: "x" }] })).toEqual([
    ["scope not reported"],
  ]);
});

it("a user belongs to the chosen zone, or to the one that the record names", () => {
  expect(zoneOf(ada, zone)).toBe(zone);
  expect(zoneOf(bare, staging)).toBe(staging);
  expect(zoneOf(ada, staging)).toEqual({ id: ada.zone_id });
  expect(zoneOf(ada, undefined)).toEqual({ id: ada.zone_id });
  expect(zoneOf(bare, undefined)).toBeUndefined();
  const called: NameOf = (thing) => ({ ...thing, name: `the ${thing.kind}` });
  expect(zoneOf(ada, staging, called)).toEqual({ id: ada.zone_id, name: "the zones" });
  expect(zoneOf(ada, zone, called)).toBe(zone);
});

it("a role on a zone counts as on another zone if the user's zone is unknown", () => {
  const { zone_id: _, ...nowhere } = suki;
  expect(said(nowhere)?.[1]).toMatch(/^developer · direct · zone z1prod/);
});

it.each([
  [bob, "noRoles"],
  [dana, "noRoles"],
  [lena, "noRoles"],
  [uncounted, "noDirectRoles"],
  [{ ...uncounted, rolesCounted: "direct" }, "noDirectRoles"],
  [{ ...uncounted, rolesCounted: "gathered" }, "noRoles"],
  [bare, "rolesNotReported"],
  [ada, undefined],
  [nora, undefined],
] as const)("says that someone has none only with proof: %#", (user, words) => {
  expect(noRolesOf(user)).toBe(words);
});

it("more roles can be missing if some are listed and those through groups weren't counted", () => {
  const gathered: User = { ...ada, rolesCounted: "gathered" };
  expect([ada, gathered, uncounted, bare, member, bob].map(rolesMayMiss)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

it("a directory manages only users for whom the API says so", () => {
  expect([samir, nora, ada].map(isManaged)).toEqual([true, false, false]);
});

it("at a glance a role says what is unusual about it: through a group, on a thing or on another zone", () => {
  const unusual = (user: User) =>
    user.role_assignments?.map(roleWords(user)).map((one) => one.brief);
  expect(unusual(ilya)).toEqual([[], ["via group Support agents"]]);
  expect(unusual(suki)?.slice(0, 2)).toEqual([[`zone ${staging.id}`], ["this zone"]]);
  expect(unusual(newer)?.[1]).toEqual(["scope not reported"]);
});

it("with the fewest words a role says who owns it if needed, and that it comes from a group", () => {
  const fewest = (user: User) =>
    user.role_assignments?.map(roleWords(user)).map((one) => one.fewest);
  expect(fewest(ilya)).toEqual([[], ["via group"]]);
  expect(fewest(otto)).toEqual([["platform role"], ["customer role"], []]);
});
