import type { User } from "../../lib/keycard/index.ts";

type Noted = "rolesCounted" | "activeSessions";

/** The record as it came from the API, without what the extension has added to it. */
export function wireRecord({
  rolesCounted,
  activeSessions: _,
  ...record
}: User): Omit<User, Noted> {
  if (rolesCounted === undefined || rolesCounted === "all") return record;
  const { role_assignments: __, ...reported } = record;
  return reported;
}
