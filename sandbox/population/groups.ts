/** The groups of a zone, and the roles that their members inherit. */
import { ORGANIZATION_ID } from "../zones.ts";
import { MARKUP } from "./markup.ts";
import { SET_UP } from "./moments.ts";
import { neighborId } from "./neighbors.ts";
import { perZone } from "./per-zone.ts";
import { scopedRole, team, zoneRole } from "./roles.ts";
import type { RoleAssignment, UserGroup } from "./user.ts";

/** A group as returned by `GET .../groups`. */
export interface Group extends UserGroup {
  readonly organization_id: string;
  readonly zone_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

interface GroupPlan {
  readonly name: string;
  readonly identifier: string;
  /** Of the directory that the group is synced from. */
  readonly issuer?: string;
  readonly roles: (zoneId: string) => readonly RoleAssignment[];
}

const NO_ROLES = () => [];

const GROUPS = {
  supportAgents: {
    name: "Support agents",
    identifier: "support-agents",
    roles: (zone) => [zoneRole(zone, "support-agent"), zoneRole(zone, "knowledge-editor")],
  },
  billing: {
    name: "Billing",
    identifier: "billing",
    roles: (zone) => [scopedRole(zone, "billing-viewer", "resource", 0)],
  },
  developers: {
    name: "Developers",
    identifier: "developers",
    roles: (zone) => [scopedRole(zone, "developer", "resource", 1)],
  },
  maintainers: {
    name: "Maintainers",
    identifier: "maintainers",
    roles: (zone) => [0, 3, 6, 9].map((n) => scopedRole(zone, team(n), "resource", n % 2)),
  },
  refundApprovers: { name: "Refund approvers", identifier: "refund-approvers", roles: NO_ROLES },
  everybody: {
    name: "All employees",
    identifier: "scim-all-employees",
    issuer: "https://login.partners.example/realms/main",
    roles: NO_ROLES,
  },
  onCall: {
    name: "On-call engineers",
    identifier: "scim-on-call",
    issuer: "https://login.partners.example/realms/main",
    roles: (zone) => [zoneRole(zone, "on-call"), zoneRole(zone, "admin")],
  },
  markup: { name: MARKUP.image, identifier: MARKUP.script, issuer: MARKUP.entity, roles: NO_ROLES },
} as const satisfies Record<string, GroupPlan>;

export type GroupName = keyof typeof GROUPS;

const PLANS: readonly GroupPlan[] = Object.values(GROUPS);

export const groupsOf = perZone((zoneId): readonly Group[] =>
  PLANS.map((plan, n) => ({
    id: neighborId(zoneId, "group", n),
    name: plan.name,
    identifier: plan.identifier,
    external: plan.issuer !== undefined,
    external_issuer: plan.issuer ?? null,
    organization_id: ORGANIZATION_ID,
    zone_id: zoneId,
    created_at: SET_UP,
    updated_at: SET_UP,
  })),
);

/** Groups by name, as they appear in the record of a member. */
export function memberOf(zoneId: string, ...names: readonly GroupName[]): UserGroup[] {
  const identifiers = names.map((name) => GROUPS[name].identifier);
  return groupsOf(zoneId)
    .filter(({ identifier }) => identifiers.some((wanted) => wanted === identifier))
    .map(({ id, name, identifier, external, external_issuer }) => ({
      id,
      name,
      identifier,
      external,
      external_issuer,
    }));
}

/** What the members of a group inherit. */
export function inheritedRoles(zoneId: string, groupId: string): readonly RoleAssignment[] {
  return inherited(zoneId).get(groupId) ?? [];
}

const inherited = perZone(
  (zoneId): ReadonlyMap<string, readonly RoleAssignment[]> =>
    new Map(
      groupsOf(zoneId).map(({ id }, n) => [
        id,
        (PLANS[n]?.roles(zoneId) ?? []).map((role) => ({
          ...role,
          source: "group",
          group_id: id,
        })),
      ]),
    ),
);
