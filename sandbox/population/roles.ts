/** The roles of a zone, and how someone holds one. */
import { hashText } from "./hash.ts";
import { MARKUP } from "./markup.ts";
import { SET_UP } from "./moments.ts";
import { neighborId } from "./neighbors.ts";
import { perZone } from "./per-zone.ts";
import type { Owner, RoleAssignment } from "./user.ts";

/** A role as returned by `GET .../roles`. There is no display name. */
export interface Role {
  readonly id: string;
  readonly identifier: string;
  readonly owner_type: Owner;
  readonly description?: string | null | undefined;
  readonly zone_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** If two share an identifier, a person's role is the first unless its owner is given. */
const ROLES: readonly (readonly [identifier: string, owner: Owner, description?: string | null])[] =
  [
    ["admin", "platform", "Manages the zone: its users, applications, resources and policies"],
    ["auditor", "platform", "Reads everything in the zone and changes nothing"],
    ["developer", "platform", "Sets up applications and resources"],
    ["admin", "customer", "Acme's own: approves refunds above 500"],
    ["support-agent", "customer", "Answers tickets"],
    ["billing-viewer", "customer", "Sees invoices, not card numbers"],
    ["knowledge-editor", "customer", null],
    ["refund-approver", "customer", "Second approver of refunds"],
    ["on-call", "customer"],
    ["管理者", "customer", "サポートの管理者"],
    ...Array.from({ length: 12 }, (_, n) => [team(n), "customer"] as const),
    [MARKUP.image, "customer", MARKUP.script],
    [MARKUP.script, "customer", MARKUP.direction],
  ];

/** The identifier of the role of the nth of twelve teams. */
export function team(n: number): string {
  return `team-${String.fromCharCode(97 + n)}-maintainer`;
}

export const rolesOf = perZone((zoneId): readonly Role[] =>
  ROLES.map(([identifier, owner_type, description]) => ({
    id: roleId(zoneId, identifier, owner_type),
    identifier,
    owner_type,
    description,
    zone_id: zoneId,
    created_at: SET_UP,
    updated_at: SET_UP,
  })),
);

/** A role on the whole zone, held directly. Throws if there is none: that is a bug. */
export function zoneRole(zoneId: string, identifier: string, owner?: Owner): RoleAssignment {
  const role = rolesOf(zoneId).find(
    (candidate) =>
      candidate.identifier === identifier &&
      candidate.owner_type === (owner ?? candidate.owner_type),
  );
  if (role === undefined) throw new Error(`no role ${identifier}`);
  return {
    role_id: role.id,
    role_identifier: identifier,
    role_owner_type: role.owner_type,
    source: "user",
    scope: null,
  };
}

/** A role on the nth thing of a kind, such as the second resource, held directly. */
export function scopedRole(
  zoneId: string,
  identifier: string,
  kind: string,
  n: number,
): RoleAssignment {
  const scope = { id: neighborId(zoneId, kind, n), type: kind };
  return { ...zoneRole(zoneId, identifier), scope };
}

/** A platform role on another zone of the organization: the one kind of scope that the API documents. */
export function otherZoneRole(
  zoneId: string,
  identifier: string,
  otherZoneId: string,
): RoleAssignment {
  return { ...zoneRole(zoneId, identifier), scope: { id: otherZoneId, type: "zone" } };
}

function roleId(zoneId: string, identifier: string, owner: Owner): string {
  const n = hashText(identifier) % 1_000_000;
  return neighborId(zoneId, owner === "platform" ? "platform-role" : "role", n);
}
