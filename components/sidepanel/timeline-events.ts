import type { Grant, Session, User } from "../../lib/keycard/index.ts";
import { momentOf } from "../parts/time.ts";

/** Something that happened to a person's account, or began and ends. Moments in ms since the epoch. */
export interface TimelineEvent {
  kind: "created" | "signIn" | "session" | "grant";
  from: number;
  /** When it ends, where it does. */
  until?: number;
}

const at = (text: string | undefined) => (text === undefined ? undefined : momentOf(text));

function span(kind: TimelineEvent["kind"], begin?: string, end?: string): TimelineEvent[] {
  const [from, until] = [at(begin), at(end)];
  if (from === undefined) return [];
  return [{ kind, from, ...(until !== undefined && until > from && { until }) }];
}

/** What is known to have happened, the first one first. What has no date, or one that cannot be read, is left out. */
export function timelineEvents(
  user: User,
  sessions: readonly Session[],
  grants: readonly Grant[],
): TimelineEvent[] {
  const events = [
    ...span("created", user.created_at),
    ...span("signIn", user.authenticated_at),
    ...sessions.flatMap((session) =>
      span("session", session.authenticated_at ?? session.created_at, session.expires_at),
    ),
    ...grants.flatMap((grant) => span("grant", grant.created_at, grant.expires_at)),
  ];
  return events.sort((one, other) => one.from - other.from);
}
