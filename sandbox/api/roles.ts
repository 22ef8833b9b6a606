/** `GET /zones/{z}/roles`, `GET /zones/{z}/roles/{id}` and `GET /zones/{z}/users/{id}/roles`. */
import { neighborId } from "../population/neighbors.ts";
import { type Role, rolesOf } from "../population/roles.ts";
import type { Owner, RoleAssignment, UserRecord } from "../population/user.ts";
import type { Zone } from "../state.ts";
import { type Page, pageOf, wholePage } from "./page.ts";
import { readFlag, readValues } from "./parameters.ts";
import { notFound } from "./problem.ts";
import { userOf } from "./users.ts";

/** A role that a user or group holds directly, with the date it was given. */
export interface DirectRole {
  readonly id: string;
  readonly role_id: string;
  readonly role_identifier: string;
  readonly role_owner_type: Owner;
  readonly principal_id: string;
  readonly principal_type: "user" | "group";
  readonly scope_id: string | null;
  readonly scope_type: string | null;
  readonly zone_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** All in one page: `limit` and cursors are reserved, and not enforced yet. */
export function listRoles({ settings }: Zone, query: URLSearchParams): Page<Role> {
  const identifier = query.get("identifier");
  const roles = rolesOf(settings.id).filter(
    (role) => identifier === null || role.identifier === identifier,
  );
  return wholePage(roles, query);
}

export function retrieveRole({ settings }: Zone, _query: URLSearchParams, id: string): Role {
  const role = rolesOf(settings.id).find((candidate) => candidate.id === id);
  if (role === undefined) throw notFound("There is no such role in this zone");
  return role;
}

export function listUserRoles(zone: Zone, query: URLSearchParams, id: string): Page<DirectRole> {
  const scopes = readValues(query, "filter[scope_id]");
  const scoped = readFlag(query, "filter[scoped]");
  const roles = directRoles(userOf(zone, id)).filter(
    ({ scope_id }) =>
      (scopes.length === 0 || (scope_id !== null && scopes.includes(scope_id))) &&
      (scoped === undefined || scoped === (scope_id !== null)),
  );
  return pageOf(`roles:${id}`, roles, query);
}

/** The first was given when the person joined, the others at equal intervals since then. */
function directRoles(user: UserRecord): DirectRole[] {
  const direct = user.role_assignments?.filter(({ source }) => source === "user") ?? [];
  const from = Date.parse(user.created_at);
  const step = (Date.parse(user.updated_at) - from) / direct.length;
  return direct.map((role, n) => {
    const given = new Date(from + n * step).toISOString();
    return heldRole(role, { id: user.id, type: "user", zone: user.zone_id }, n, given);
  });
}

/** A role in the form used by the lists of a user's or group's roles. @param given RFC 3339 */
export function heldRole(
  { role_id, role_identifier, role_owner_type, scope }: RoleAssignment,
  principal: { readonly id: string; readonly type: "user" | "group"; readonly zone: string },
  n: number,
  given: string,
): DirectRole {
  return {
    id: neighborId(principal.id, "role-assignment", n),
    role_id,
    role_identifier,
    role_owner_type,
    principal_id: principal.id,
    principal_type: principal.type,
    scope_id: scope?.id ?? null,
    scope_type: scope?.type ?? null,
    zone_id: principal.zone,
    created_at: given,
    updated_at: given,
  };
}
