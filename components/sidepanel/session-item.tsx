import type { Thing } from "../../lib/directory/thing.ts";
import { t } from "../../lib/i18n.ts";
import type { Session } from "../../lib/keycard/index.ts";
import { Detail, Details, Missing } from "../parts/details.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { ApiMoment } from "../parts/moment.tsx";
import type { NameOf } from "../user/thing-names.ts";
import { Named } from "./named.tsx";

/** The browser or app of a session, and the application it goes through; as far as the API says. */
export function throughOf({ user_agent_id, application_id }: Session): Thing[] {
  return [
    ...(user_agent_id === undefined ? [] : [{ kind: "user-agents", id: user_agent_id } as const]),
    ...(application_id === undefined
      ? []
      : [{ kind: "applications", id: application_id } as const]),
  ];
}

/** A session's display name: its own name, unless that equals the name of its browser or application. */
function ownNameOf(session: Session, nameOf: NameOf): string | undefined {
  const name = session.metadata?.name;
  const isTold = throughOf(session).some((thing) => nameOf(thing)?.name === name);
  return isTold ? undefined : name;
}

export function SessionItem({ session, nameOf }: { session: Session; nameOf: NameOf }) {
  const through = throughOf(session);
  const name = ownNameOf(session, nameOf);
  const began = session.authenticated_at ?? session.created_at;
  return (
    <li class="part-item">
      <Details>
        {name !== undefined && (
          <Detail name={t("inspect.session")}>
            <InertText text={name} whole />
          </Detail>
        )}
        {through.map((thing) => (
          <Detail
            key={thing.kind}
            name={t(thing.kind === "applications" ? "inspect.application" : "inspect.userAgent")}
          >
            <Named thing={thing} nameOf={nameOf} />
          </Detail>
        ))}
        {through.length === 0 && name === undefined && (
          <Detail name={t("inspect.application")}>
            <Missing />
          </Detail>
        )}
        <Detail name={t("inspect.began")}>
          {began === undefined ? <Missing /> : <ApiMoment text={began} />}
        </Detail>
        <Detail name={t("inspect.expires")}>
          {session.expires_at === undefined ? <Missing /> : <ApiMoment text={session.expires_at} />}
        </Detail>
      </Details>
    </li>
  );
}
