import type { User } from "../../lib/keycard/index.ts";

/** The record as it came from the API, without what the extension has noted of it. */
export function wireRecord({ rolesCounted: _, ...record }: User): Omit<User, "rolesCounted"> {
  return record;
}
