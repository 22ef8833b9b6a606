import type { User } from "../keycard/index.ts";

/** Each user once, by ID: a list that changes while it is read, or an incorrect one, can contain someone twice. */
export function uniqueUsers(users: readonly User[]): User[] {
  const seen = new Set<string>();
  return users.filter(({ id }) => !seen.has(id) && seen.add(id));
}
