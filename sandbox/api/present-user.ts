/** What of a user a reply shows. */
import { activeCount, grantsOf, sessionsOf } from "../population/access.ts";
import type { User } from "../population/user.ts";
import type { Expansion } from "./list-parameters.ts";

/** The user with the parts that were asked to be expanded, and without the others. */
export function presentUser(user: User, expand: ReadonlySet<Expansion>): User {
  const { role_assignments, ...rest } = user;
  return {
    ...(rest as User),
    ...(expand.has("role-assignments") && { role_assignments }),
    ...(expand.has("session_count") && { session_count: activeCount(sessionsOf(user)) }),
    ...(expand.has("grant_count") && { grant_count: activeCount(grantsOf(user)) }),
  };
}
