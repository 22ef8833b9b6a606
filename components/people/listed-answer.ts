import type { Answer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";

/** What a list says of somebody, copies, and takes verdicts and names from. */
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
 * An answer as a list keeps it. A record may bring any number of further fields, and a list may be of ten thousand
 * people; whoever is opened is looked up by themselves.
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
