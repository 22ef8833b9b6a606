import type { VNode } from "preact";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Owned } from "../../lib/directory/belongings.ts";
import { number, t } from "../../lib/i18n.ts";
import type { Session, User } from "../../lib/keycard/index.ts";
import type { UserExtras } from "../answer/answer-view.tsx";
import { useNames } from "../user/use-names.ts";
import { GrantItem, resourceOf } from "./grant-item.tsx";
import { grantCounts, inOrder, lasts } from "./grant-standing.ts";
import { PartSection } from "./part-section.tsx";
import { SessionItem, throughOf } from "./session-item.tsx";
import { Timeline } from "./timeline.tsx";
import { timelineEvents } from "./timeline-events.ts";
import { type Part, usePart } from "./use-part.ts";

export interface BelongingsProps {
  user: User;
  /** The user's zone. */
  zoneId: string;
  background: Pick<BackgroundApi, "inspectSessions" | "inspectGrants" | "inspectNames">;
  /** Counts how often the record was requested. */
  turn: number;
  /** Draws the record, with these around it. */
  children: (beside: UserExtras) => VNode;
}

/** What belongs to a user besides the record: sessions, grants, and a timeline of all of it. */
export function Belongings({ user, zoneId, background, turn, children }: BelongingsProps) {
  const owner = { owner: user.id, zoneId };
  const sessions = usePart(background.inspectSessions, owner, turn);
  const grants = usePart(background.inspectGrants, owner, turn);
  const things = [...itemsOf(sessions).flatMap(throughOf), ...itemsOf(grants).flatMap(resourceOf)];
  const nameOf = useNames(things, background.inspectNames, zoneId, turn);
  const isUrgent = isStillSignedIn(user, sessions);
  const sessionsPart = (
    <PartSection
      key="sessions"
      part={sessions}
      heading={t("field.sessions")}
      none={t("inspect.noSessions")}
      forbidden={t("inspect.sessionsForbidden")}
      notOffered={t("inspect.sessionsNotOffered")}
      unread={(count) => t("inspect.sessionsUnread", count, [number(count)])}
      // The list contains active ones only.
      counts={(items) => [t("inspect.count.active", { count: number(items.length) })]}
      warning={
        isUrgent && !isCounted(user) ? (count) => t("inspect.stillActive", count) : undefined
      }
      counted={user.session_count}
      isCounted={() => true}
      differs={(counted, shown) =>
        counted > shown
          ? t("inspect.sessionsDiffer", { count: number(counted), shown: number(shown) })
          : differ(counted, shown)
      }
      render={(session) => <SessionItem key={session.id} session={session} nameOf={nameOf} />}
    />
  );
  return children({
    above: isUrgent && sessionsPart,
    children: (
      <>
        {!isUrgent && sessionsPart}
        <PartSection
          part={grants}
          heading={t("field.grants")}
          about={t("inspect.grantsAbout")}
          none={t("inspect.noGrants")}
          forbidden={t("inspect.grantsForbidden")}
          notOffered={t("inspect.grantsNotOffered")}
          unread={(count) => t("inspect.grantsUnread", count, [number(count)])}
          counts={grantCounts}
          counted={user.grant_count}
          isCounted={lasts}
          differs={differ}
          arrange={inOrder}
          render={(grant) => <GrantItem key={grant.id} grant={grant} nameOf={nameOf} />}
        />
        <Timeline
          events={timelineEvents(user, itemsOf(sessions), itemsOf(grants))}
          nameOf={nameOf}
          partial={[sessions, grants].some(isPartial)}
        />
      </>
    ),
  });
}

/**
 * Whether someone who can't sign in any more has an active session; by the record's count, until the list has arrived.
 */
function isStillSignedIn(user: User, { belongings }: Part<Session>): boolean {
  if (user.status !== "disabled") return false;
  if (belongings?.state === "listed") return belongings.items.length > 0;
  return belongings === undefined && (user.activeSessions ?? user.session_count ?? 0) > 0;
}

/** Whether the sentence below the badges counts their sessions (verdict.ts). */
const isCounted = ({ activeSessions, session_count: counted = 0 }: User) =>
  (activeSessions ?? counted) > 0;

function differ(counted: number, shown: number): string {
  return t("inspect.differ", { count: number(counted), shown: number(shown) });
}

function itemsOf<T>({ belongings }: Part<T>): Owned<T>[] {
  return belongings?.state === "listed" ? belongings.items : [];
}

/** Whether part of it is missing permanently, not just loading. */
function isPartial({ belongings }: Part<unknown>): boolean {
  if (belongings === undefined) return false;
  return belongings.state === "failed" || belongings.partial || belongings.unread > 0;
}
