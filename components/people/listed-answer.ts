import type { Answer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";

/** The fields that a list shows or copies, or from which verdicts and names are derived. */
const LISTED = [
  "id",
  "email",
  "email_verified",
  "zone_id",
  "status",
  "authenticated_at",
  "issuer",
  "provider_id",
  "external",
  "role_assignments",
  "rolesCounted",
  "groups",
  "credentials",
  "session_count",
  "activeSessions",
] as const satisfies readonly (keyof User)[];

/**
 * An answer as a list stores it. A record can have any number of other fields, and a list can have ten thousand people;
 * someone who is opened is looked up separately.
 */
export function listedAnswer(answer: Answer): Answer {
  if (answer.state !== "found") return answer;
  const [first, ...others] = answer.users;
  return { ...answer, users: [listedUser(first), ...others.map(listedUser)] };
}

function listedUser(user: User): User {
  const { id } = user;
  const kept = LISTED.flatMap((field) => (field in user ? [[field, user[field]] as const] : []));
  return { ...Object.fromEntries(kept), id };
}
