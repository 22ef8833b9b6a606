/** Makes a whole record of what the tables say of a person. */
import { inheritedRoles } from "./groups.ts";
import { credentialsOf } from "./sign-in.ts";
import type { RoleAssignment, User, UserRecord } from "./user.ts";

/**
 * @param ordinary Who would stand at this place
 * @param override What a person of the cast has instead; such a one is in no group but those named here
 */
export function complete(ordinary: User, override: Partial<User> | undefined): UserRecord {
  const user: User = override
    ? { ...ordinary, external: false, groups: [], ...override }
    : ordinary;
  const groups = user.groups ?? [];
  const direct = user.role_assignments as readonly RoleAssignment[] | null | undefined;
  const inherited = groups.flatMap(({ id }) => inheritedRoles(user.zone_id, id));
  return {
    ...user,
    external: user.external ?? false,
    groups,
    role_assignments: direct && [...direct, ...inherited],
    credentials: user.credentials ?? credentialsOf(user),
  };
}
