import type { NarrowableKind } from "../../lib/directory/narrowable.ts";

/** The role or group that a search is narrowed to. */
export interface Narrowed {
  kind: NarrowableKind;
  /** What the zone is asked by: a role's identifier, a group's ID. */
  value: string;
  /** What people call it. */
  name: string;
}

/** What the background is asked with. */
export function narrowing(narrowed: Narrowed | undefined) {
  if (!narrowed) return {};
  const { kind, value } = narrowed;
  return kind === "roles" ? { roles: [value] } : { groups: [value] };
}
