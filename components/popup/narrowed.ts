import type { Narrowed } from "../../lib/contract/narrowed.ts";

/** What the background is asked with. */
export function narrowing(narrowed: Narrowed | undefined) {
  if (!narrowed) return {};
  const { kind, value } = narrowed;
  return kind === "roles" ? { roles: [value] } : { groups: [value] };
}
