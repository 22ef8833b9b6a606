/** Completes a person's record from the tables. */
import { inheritedRoles } from "./groups.ts";
import { credentialsOf } from "./sign-in.ts";
import type { RoleAssignment, User, UserRecord } from "./user.ts";

/**
 * @param ordinary The ordinary person with this index
 * @param override The differences of a person in the cast, who is only in the groups named here
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
