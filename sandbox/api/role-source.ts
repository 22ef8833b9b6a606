/** `role_source`: which role assignments today's generation shows. */
import { readWord } from "./parameters.ts";

/** `user`: direct ones, the default; `group`: those through a group. */
export type RoleSource = "user" | "group" | "all";

export function readRoleSource(query: URLSearchParams): RoleSource {
  return readWord(query, "role_source", ["user", "group", "all"]) ?? "user";
}
