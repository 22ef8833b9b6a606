import type { User } from "../keycard/index.ts";
import type { Answer } from "./answer.ts";
import type { RolesReader } from "./read-roles.ts";
import type { ReadRoles } from "./role-ways.ts";

/** Users of one answer whose roles are read beside it. */
export const ROLES_READ_MAX = 10;

/** How much is to be found out: what is worth one request for a person, or what somebody reads who opens the details. */
export type Depth = "glance" | "detail";

/** Requests that somebody's roles are worth. */
export const REQUESTS: Record<Depth, number> = { glance: 1, detail: 2 };

/**
 * An answer with the roles that it does not report, read one by one. At a glance that is done for one person alone: of
 * several it would be a request each.
 *
 * @returns undefined where that gains nothing
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

/** An answer with what was read of its users' roles, by their IDs. */
export function filledIn<T extends Answer & { state: "found" }>(
  answer: T,
  roles: ReadonlyMap<string, ReadRoles | undefined>,
): T {
  const filled = (user: User): User => {
    const read = roles.get(user.id);
    // How the list counts roles says nothing of those that were read elsewhere.
    const { rolesCounted: _, ...rest } = user;
    return read ? { ...rest, ...read } : user;
  };
  const [first, ...others] = answer.users;
  return { ...answer, users: [filled(first), ...others.map(filled)] };
}
