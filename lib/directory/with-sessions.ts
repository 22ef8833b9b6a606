import type { Session, User } from "../keycard/index.ts";
import type { Answer } from "./answer.ts";
import type { Belongings } from "./belongings.ts";

/** Users of one answer whose sessions are read beside it. */
export const SESSIONS_READ_MAX = 10;

/** Reads the active sessions of somebody, by the user's ID. */
type ReadSessions = (owner: string) => Promise<Belongings<Session>>;

type Found = Answer & { state: "found" };

/**
 * An answer with the active sessions of whoever is disabled, so that none should be left, and of whom the record counts
 * some: the API does not say whether that count is of active ones only.
 *
 * @returns undefined where that gains nothing
 */
export async function withSessions(
  answer: Answer,
  sessions: ReadSessions,
): Promise<Answer | undefined> {
  if (answer.state !== "found") return undefined;
  const active = await activeIn(answer, sessions);
  return active && noting(answer, active);
}

/** How many active sessions those have, by the user's ID; undefined where nothing is known of anybody. */
export async function activeIn(
  { users }: Found,
  sessions: ReadSessions,
): Promise<ReadonlyMap<string, number> | undefined> {
  const open = users.filter(isOpen).slice(0, SESSIONS_READ_MAX);
  const active = new Map<string, number>();
  // A list that may lack some proves nothing.
  for (const [id, read] of await Promise.all(
    open.map(async ({ id }) => [id, await sessions(id)] as const),
  ))
    if (read.state === "listed" && !read.partial && read.unread === 0)
      active.set(id, read.items.length);
  return active.size === 0 ? undefined : active;
}

/** An answer with these numbers of active sessions. */
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
