import type { Session, User } from "../keycard/index.ts";
import type { Answer } from "./answer.ts";
import type { Belongings } from "./belongings.ts";

/** Maximum number of users of one answer whose sessions are read separately. */
export const SESSIONS_READ_MAX = 10;

/** Reads the active sessions of someone, by the user's ID. */
type ReadSessions = (owner: string) => Promise<Belongings<Session>>;

type Found = Answer & { state: "found" };

/**
 * Returns an answer with the active sessions of disabled users, who should have none, if the record counts some: the
 * API doesn't say whether it counts only active ones.
 *
 * @returns undefined if that adds nothing
 */
export async function withSessions(
  answer: Answer,
  sessions: ReadSessions,
): Promise<Answer | undefined> {
  if (answer.state !== "found") return undefined;
  const active = await activeIn(answer, sessions);
  return active && noting(answer, active);
}

/** The number of active sessions of each of them, by the user's ID; undefined if nothing is known about anyone. */
export async function activeIn(
  { users }: Found,
  sessions: ReadSessions,
): Promise<ReadonlyMap<string, number> | undefined> {
  const open = users.filter(isOpen).slice(0, SESSIONS_READ_MAX);
  const active = new Map<string, number>();
  // A list that may be incomplete proves nothing.
  for (const [id, read] of await Promise.all(
    open.map(async ({ id }) => [id, await sessions(id)] as const),
  ))
    if (read.state === "listed" && !read.partial && read.unread === 0)
      active.set(id, read.items.length);
  return active.size === 0 ? undefined : active;
}

/** Returns an answer with these numbers of active sessions. */
export function noting<T extends Found>(answer: T, active: ReadonlyMap<string, number>): T {
  const noted = (user: User): User => {
    const activeSessions = active.get(user.id);
    return activeSessions === undefined ? user : { ...user, activeSessions };
  };
  const [first, ...others] = answer.users;
  return { ...answer, users: [noted(first), ...others.map(noted)] };
}

const isOpen = ({ status, session_count: counted = 0, activeSessions }: User) =>
  status === "disabled" && counted > 0 && activeSessions === undefined;
