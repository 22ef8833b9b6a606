import type { Recent } from "../../lib/contract/recent.ts";
import type { User } from "../../lib/keycard/index.ts";
import { MENTION_MAX_CHARS } from "../../lib/limits.ts";
import { clipped } from "../parts/unseen.ts";

/** A user from search results, as an entry of the recents. @param asOf the results' age */
export function recentOf({ id, email, status }: User, asOf: number): Recent {
  return {
    query: { kind: "id", value: id },
    name: clipped(email ?? id, MENTION_MAX_CHARS),
    seen: { asOf, ...(status !== undefined && { status }) },
  };
}
