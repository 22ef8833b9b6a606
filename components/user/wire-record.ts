import type { User } from "../../lib/keycard/index.ts";

/** The record as it came from the API, without what the extension has noted of it or read of it elsewhere. */
export function wireRecord({ rolesCounted, ...record }: User): Omit<User, "rolesCounted"> {
  if (rolesCounted !== "direct") return record;
  const { role_assignments: _, ...reported } = record;
  return reported;
}
