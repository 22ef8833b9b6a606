import type { Ask } from "./asks.ts";
import type { User, UserRecord } from "./user.ts";

/**
 * Notes on a user whether roles through groups were counted. Only a deployment of today's generation understands
 * `role_source`; one that does not may ignore it, so what it was asked is no proof without what it answered. Keycard
 * API notes, section 3, "How to tell".
 *
 * @param ask what the request that brought the user asked for
 */
export function withRolesCounted(record: UserRecord, ask: Ask): User {
  // The note is the extension's: the API must not write it.
  const { rolesCounted: _, ...user } = record as User;
  return ask === "today" && isOfToday(user) ? { ...user, rolesCounted: "all" } : user;
}

function isOfToday({ external, groups, role_assignments = [] }: UserRecord): boolean {
  return (
    (external ?? groups) !== undefined ||
    role_assignments.some(({ source }) => source !== undefined)
  );
}
