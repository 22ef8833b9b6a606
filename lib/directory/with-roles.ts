import type { User } from "../keycard/index.ts";
import type { Answer } from "./answer.ts";
import type { RolesReader } from "./read-roles.ts";
import type { ReadRoles } from "./role-sources.ts";

/** Maximum number of users of one answer whose roles are read separately. */
export const ROLES_READ_MAX = 10;

/** How much to read: what is worth one request per person, or what is needed when someone opens the details. */
export type Depth = "glance" | "detail";

/** Maximum number of requests for someone's roles. */
export const REQUESTS: Record<Depth, number> = { glance: 1, detail: 2 };

/**
 * Returns an answer with the roles that it doesn't report, read one by one. At a glance, this is done only for a single
 * person: several would need a request each.
 *
 * @returns undefined if that adds nothing
 */
export async function withRoles(
  answer: Answer,
  depth: Depth,
  { read }: RolesReader,
  options: Omit<Parameters<RolesReader["read"]>[1], "requests">,
): Promise<Answer | undefined> {
  if (answer.state !== "found") return undefined;
  const { users } = answer;
  if (depth === "glance" && users.length > 1) return undefined;
  const open = users.filter(({ role_assignments }) => !role_assignments).slice(0, ROLES_READ_MAX);
  const requests = REQUESTS[depth];
  const found = await Promise.all(
    open.map(async (user) => [user.id, await read(user, { ...options, requests })] as const),
  );
  const roles = new Map(found.filter(([, read]) => read !== undefined));
  return roles.size === 0 ? undefined : filledIn(answer, roles);
}

/** Returns an answer with the roles that were read for its users, by their IDs. */
export function filledIn<T extends Answer & { state: "found" }>(
  answer: T,
  roles: ReadonlyMap<string, ReadRoles | undefined>,
): T {
  const filled = (user: User): User => {
    const read = roles.get(user.id);
    // How the list counts roles says nothing about roles that were read elsewhere.
    const { rolesCounted: _, ...rest } = user;
    return read ? { ...rest, ...read } : user;
  };
  const [first, ...others] = answer.users;
  return { ...answer, users: [filled(first), ...others.map(filled)] };
}
