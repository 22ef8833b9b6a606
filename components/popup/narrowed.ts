import type { Narrowed } from "../../lib/contract/narrowed.ts";

/** The parameters of the request to the background. */
export function narrowing(narrowed: Narrowed | undefined) {
  if (!narrowed) return {};
  const { kind, value } = narrowed;
  return kind === "roles" ? { roles: [value] } : { groups: [value] };
}
