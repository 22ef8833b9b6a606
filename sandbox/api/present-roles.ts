/** Which of a user's roles a reply shows. */
import type { Generation } from "../generations.ts";
import type { RoleAssignment, UntaggedRole } from "../population/user.ts";
import type { RoleSource } from "./role-source.ts";

/** Today's generation shows those of one source, and names it; older ones show all, each once, without a source. */
export function presentRoles(
  roles: readonly RoleAssignment[],
  { generation, roleSource }: { readonly generation: Generation; readonly roleSource: RoleSource },
): readonly UntaggedRole[] {
  if (generation === "today") {
    return roles.filter(({ source }) => roleSource === "all" || roleSource === source);
  }
  const untagged = roles.map(({ role_id, role_identifier, scope }) => ({
    role_id,
    role_identifier,
    scope,
  }));
  return [...new Map(untagged.map((role) => [JSON.stringify(role), role])).values()];
}
