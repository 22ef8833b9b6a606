import type { Ask } from "./asks.ts";
import type { User, UserRecord } from "./user.ts";

/**
 * Notes on a user whether roles through groups are included. Only a deployment of the current generation understands
 * `role_source`; others may ignore it, so the request proves nothing without the reply. Keycard API notes, section 3,
 * "How to tell".
 *
 * @param ask what the request that returned the user asked for
 */
export function withRolesCounted(record: UserRecord, ask: Ask): User {
  // The note belongs to the extension: the API must not be able to set it.
  const { rolesCounted: _, ...user } = record as User;
  return ask === "today" && isOfToday(user) ? { ...user, rolesCounted: "all" } : user;
}

function isOfToday({ external, groups, role_assignments = [] }: UserRecord): boolean {
  return (
    (external ?? groups) !== undefined ||
    role_assignments.some(({ source }) => source !== undefined)
  );
}
