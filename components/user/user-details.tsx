import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { Detail, Details, Missing, Value } from "../parts/details.tsx";
import { ApiMoment, Moment } from "../parts/moment.tsx";
import { zoneName } from "../parts/zone-name.ts";
import type { Extent } from "./extent.ts";

export interface UserDetailsProps {
  user: User;
  zone: ZoneRef | undefined;
  /** When the answer came from the API, ms since the epoch. */
  asOf: number | undefined;
  extent: Extent;
}

/** What is known of a user besides status, verification and roles, in the order people ask for it. */
export function UserDetails(props: UserDetailsProps) {
  const { user, extent } = props;
  return (
    <Details>
      <Detail name={t("field.lastSignIn")}>
        <When text={user.authenticated_at} missing={t("user.neverSignedIn")} />
      </Detail>
      <Detail name={t("field.provider")}>
        <Value text={user.issuer} />
      </Detail>
      {extent !== "brief" && <CountsAndZone {...props} />}
      {(extent === "record" || extent === "whole") && <Rest {...props} />}
    </Details>
  );
}

function CountsAndZone({ user, zone }: UserDetailsProps) {
  return (
    <>
      <Detail name={t("field.sessions")}>
        <Value text={user.session_count} />
      </Detail>
      <Detail name={t("field.grants")}>
        <Value text={user.grant_count} />
      </Detail>
      <Detail name={t("field.zone")}>
        <Zone zone={zone} id={user.zone_id} />
      </Detail>
    </>
  );
}

function Rest({ user, asOf }: UserDetailsProps) {
  const { issuer, subject, identifier, id } = user;
  return (
    <>
      <Detail name={t("field.id")}>
        <Value text={id} code />
      </Detail>
      {(issuer ?? subject) !== undefined && (
        <Detail name={t("field.subject")}>
          <Value text={subject} code />
        </Detail>
      )}
      {identifier !== undefined && identifier !== id && (
        <Detail name={t("field.identifier")}>
          <Value text={identifier} code />
        </Detail>
      )}
      <Detail name={t("field.created")}>
        <When text={user.created_at} />
      </Detail>
      <Detail name={t("field.updated")}>
        <When text={user.updated_at} />
      </Detail>
      {asOf !== undefined && (
        <Detail name={t("field.asOf")}>
          <Moment moment={asOf} />
        </Detail>
      )}
    </>
  );
}

function When({ text, missing }: { text: string | undefined; missing?: string }) {
  if (text === undefined) return <Missing {...(missing !== undefined && { word: missing })} />;
  return <ApiMoment text={text} />;
}

/** The name of the chosen zone, where the user says to be of that one; the id the user says otherwise. */
function Zone({ zone, id }: { zone: ZoneRef | undefined; id: string | undefined }) {
  if (zone && (id === undefined || id === zone.id)) return <Value text={zoneName(zone)} />;
  return <Value text={id} code />;
}
