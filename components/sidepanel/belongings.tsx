import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import type { Grant, Session, User } from "../../lib/keycard/index.ts";
import { Detail, Details, Missing, Value } from "../parts/details.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { ApiMoment } from "../parts/moment.tsx";
import type { NameOf } from "../user/thing-names.ts";
import { useNames } from "../user/use-names.ts";
import { Named } from "./named.tsx";
import { PartSection } from "./part-section.tsx";
import { Timeline } from "./timeline.tsx";
import { timelineEvents } from "./timeline-events.ts";
import { type Part, usePart } from "./use-part.ts";

export interface BelongingsProps {
  user: User;
  /** The zone that the user is of. */
  zoneId: string;
  background: Pick<BackgroundApi, "inspectSessions" | "inspectGrants" | "inspectNames">;
  /** Counts how often the record was asked for. */
  turn: number;
}

/** What belongs to a user beside the record: provider, sessions, grants, and when all of it was. */
export function Belongings({ user, zoneId, background, turn }: BelongingsProps) {
  const owner = { owner: user.id, zoneId };
  const sessions = usePart(background.inspectSessions, owner, turn);
  const grants = usePart(background.inspectGrants, owner, turn);
  const provider =
    user.provider_id === undefined
      ? undefined
      : ({ kind: "providers", id: user.provider_id } as const);
  const nameOf = useNames(
    [
      ...(provider ? [provider] : []),
      ...itemsOf(sessions).flatMap(applicationOf),
      ...itemsOf(grants).flatMap(resourceOf),
    ],
    background.inspectNames,
    zoneId,
    turn,
  );
  return (
    <>
      <section class="part">
        <h3>{t("inspect.provider")}</h3>
        <p>
          {provider ? (
            <Named thing={provider} nameOf={nameOf} />
          ) : (
            <Missing word={t("inspect.noProvider")} />
          )}
        </p>
      </section>
      <PartSection
        part={sessions}
        heading={t("inspect.sessions")}
        none={t("inspect.noSessions")}
        forbidden={t("inspect.sessionsForbidden")}
        notOffered={t("inspect.sessionsNotOffered")}
        counted={user.session_count}
        isCounted={() => true}
        render={(session) => <SessionItem key={session.id} session={session} nameOf={nameOf} />}
      />
      <PartSection
        part={grants}
        heading={t("inspect.grants")}
        none={t("inspect.noGrants")}
        forbidden={t("inspect.grantsForbidden")}
        notOffered={t("inspect.grantsNotOffered")}
        counted={user.grant_count}
        isCounted={({ status }) => status === "active"}
        render={(grant) => <GrantItem key={grant.id} grant={grant} nameOf={nameOf} />}
      />
      <Timeline
        events={timelineEvents(user, itemsOf(sessions), itemsOf(grants))}
        partial={[sessions, grants].some(isPartial)}
      />
    </>
  );
}

function itemsOf<T>({ belongings }: Part<T>): T[] {
  return belongings?.state === "listed" ? belongings.items : [];
}

/** Whether something of it is missing for good, not only on its way. */
function isPartial({ belongings }: Part<unknown>): boolean {
  return belongings?.state === "failed" || belongings?.partial === true;
}

function applicationOf({ application_id }: Session) {
  return application_id === undefined
    ? []
    : [{ kind: "applications", id: application_id } as const];
}

function resourceOf({ resource_id }: Grant) {
  return resource_id === undefined ? [] : [{ kind: "resources", id: resource_id } as const];
}

function SessionItem({ session, nameOf }: { session: Session; nameOf: NameOf }) {
  const [application] = applicationOf(session);
  const name = session.metadata?.name;
  return (
    <li class="part-item">
      <Details>
        {name !== undefined && (
          <Detail name={t("inspect.session")}>
            <InertText text={name} whole />
          </Detail>
        )}
        <Detail name={t("inspect.application")}>
          {application ? <Named thing={application} nameOf={nameOf} /> : <Missing />}
        </Detail>
        <Detail name={t("inspect.began")}>
          <When text={session.authenticated_at ?? session.created_at} />
        </Detail>
        <Detail name={t("inspect.expires")}>
          <When text={session.expires_at} />
        </Detail>
      </Details>
    </li>
  );
}

function GrantItem({ grant, nameOf }: { grant: Grant; nameOf: NameOf }) {
  const [resource] = resourceOf(grant);
  const { scopes, status } = grant;
  return (
    <li class="part-item">
      <Details>
        <Detail name={t("inspect.resource")}>
          {resource ? <Named thing={resource} nameOf={nameOf} /> : <Missing />}
        </Detail>
        <Detail name={t("inspect.scopes")}>
          {scopes?.length === 0 ? (
            <Missing word={t("inspect.noScopes")} />
          ) : (
            <Value text={scopes?.join(" ")} code />
          )}
        </Detail>
        <Detail name={t("inspect.status")}>
          <Value text={statusWord(status)} />
        </Detail>
        <Detail name={t("inspect.expires")}>
          <When text={grant.expires_at} />
        </Detail>
      </Details>
    </li>
  );
}

function When({ text }: { text: string | undefined }) {
  return text === undefined ? <Missing /> : <ApiMoment text={text} />;
}

/** A status that the API notes name, in words; a newer one as it came. */
function statusWord(status: string | undefined): string | undefined {
  switch (status) {
    case "active":
      return t("inspect.active");
    case "expired":
      return t("inspect.expired");
    case "revoked":
      return t("inspect.revoked");
    default:
      return status;
  }
}
