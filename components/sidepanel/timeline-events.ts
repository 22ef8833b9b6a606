import type { Owned } from "../../lib/directory/belongings.ts";
import type { Thing } from "../../lib/directory/thing.ts";
import type { Grant, Session, User } from "../../lib/keycard/index.ts";
import { momentOf } from "../parts/time.ts";
import { resourceOf } from "./grant-item.tsx";
import { isRenewing } from "./grant-standing.ts";
import { throughOf } from "./session-item.tsx";

/** Something that happened to a person's account, or that begins and ends. Times in ms since the epoch. */
export interface TimelineEvent {
  kind: "created" | "signIn" | "session" | "grant";
  from: number;
  /** When it ends, if it does; "open": it is renewed. */
  until?: number | "open";
  /** What it is in or for. */
  thing?: Thing;
  /** Its own name. */
  name?: string;
}

const at = (text: string | undefined) => (text === undefined ? undefined : momentOf(text));

type Told = Pick<TimelineEvent, "thing" | "name">;

function span(
  kind: TimelineEvent["kind"],
  begin: string | undefined,
  end?: string | "open",
  told: Told = {},
): TimelineEvent[] {
  const from = at(begin);
  if (from === undefined) return [];
  const until = end === "open" ? end : at(end);
  const isEnd = until === "open" || (until !== undefined && until > from);
  return [{ kind, from, ...(isEnd && { until }), ...told }];
}

/** What is known to have happened, the earliest first. Anything without a readable date is left out. */
export function timelineEvents(
  user: User,
  sessions: readonly Owned<Session>[],
  grants: readonly Owned<Grant>[],
): TimelineEvent[] {
  const events = [
    ...span("created", user.created_at),
    ...span("signIn", user.authenticated_at),
    ...sessions.flatMap((session) => {
      const [thing] = throughOf(session);
      const name = session.metadata?.name;
      return span("session", session.authenticated_at ?? session.created_at, session.expires_at, {
        ...(thing && { thing }),
        ...(name !== undefined && { name }),
      });
    }),
    ...grants.flatMap((grant) => {
      const [thing] = resourceOf(grant);
      const end = isRenewing(grant) ? "open" : grant.expires_at;
      return span("grant", grant.created_at, end, { ...(thing && { thing }) });
    }),
  ];
  return events.sort((one, other) => one.from - other.from);
}
