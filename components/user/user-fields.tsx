import type { ComponentChildren } from "preact";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { Missing, Value } from "../parts/details.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { ApiMoment, Moment } from "../parts/moment.tsx";
import { clipped, inertLine } from "../parts/unseen.ts";
import { zoneName } from "../parts/zone-name.ts";
import type { Extent } from "./extent.ts";
import type { NameOf } from "./thing-names.ts";
import { isManaged, noSignInOf, zoneOf } from "./user-words.ts";
import { type WayName, waysLines } from "./way-words.ts";

/** The user that a field is about, and what is known in addition to the record. */
export interface Told {
  user: User;
  zone: ZoneRef | undefined;
  /** When the answer came from the API, ms since the epoch. */
  asOf: number | undefined;
  /** The names of the things that the record mentions. */
  nameOf: NameOf;
}

/** One line about a user. */
export interface UserField {
  head: string;
  /** The fields of the record that it shows: the remaining fields are listed as they came. */
  of: readonly (keyof User & string)[];
  /** The smallest extent that includes it. */
  from: Exclude<Extent, "whole">;
  /** @returns undefined if this user has no such line */
  value(told: Told): ComponentChildren | undefined;
}

/** Right below status and verification: when the user last signed in, and how. */
export const SIGN_IN_FIELDS: readonly UserField[] = [
  {
    head: t("field.lastSignIn"),
    of: ["authenticated_at"],
    from: "glance",
    value: ({ user }) => <When text={user.authenticated_at} missing={noSignInOf(user)} />,
  },
  {
    head: t("field.signIn"),
    of: ["credentials", "issuer", "provider_id"],
    from: "glance",
    value: ({ user, nameOf }) =>
      waysLines(user, nameOf)?.map((way) => <WayLine way={way} />) ?? <Missing />,
  },
];

/** After the roles, in the order people ask for it. A new field of the API is one more entry. */
export const FURTHER_KNOWN_FIELDS: readonly UserField[] = [
  {
    head: t("field.sessions"),
    of: ["session_count"],
    from: "glance",
    value: ({ user }) => <Value text={user.session_count} />,
  },
  {
    head: t("field.grants"),
    of: ["grant_count"],
    from: "glance",
    value: ({ user }) => <Value text={user.grant_count} />,
  },
  {
    head: t("field.zone"),
    of: ["zone_id"],
    from: "glance",
    value: ({ user, zone, nameOf }) => <Zone zone={zoneOf(user, zone, nameOf)} />,
  },
  {
    head: t("field.id"),
    of: ["id"],
    from: "record",
    value: ({ user }) => <Value text={user.id} code />,
  },
  {
    head: t("field.subject"),
    of: ["subject"],
    from: "record",
    value: ({ user: { issuer, subject, credentials: ways } }) =>
      (
        subject
          ? ways?.some((way) => way.subject === subject)
          : issuer === undefined
      ) ? undefined : (
        <Value text={subject} code />
      ),
  },
  {
    head: t("field.issuer"),
    of: ["issuer"],
    from: "record",
    value: ({ user, nameOf }) =>
      isIssuerTold(user, nameOf) ? undefined : <Value text={user.issuer} />,
  },
  {
    head: t("field.identifier"),
    of: ["identifier"],
    from: "record",
    value: ({ user: { identifier, id } }) =>
      identifier === undefined || identifier === id ? undefined : <Value text={identifier} code />,
  },
  {
    head: t("field.managedBy"),
    of: ["external"],
    from: "record",
    value: ({ user }) => (isManaged(user) ? <Value text={t("user.directory")} /> : undefined),
  },
  {
    head: t("field.created"),
    of: ["created_at"],
    from: "record",
    value: ({ user }) => <When text={user.created_at} />,
  },
  {
    head: t("field.updated"),
    of: ["updated_at"],
    from: "record",
    value: ({ user }) => <When text={user.updated_at} />,
  },
  {
    head: t("field.asOf"),
    of: [],
    from: "record",
    value: ({ asOf }) => (asOf === undefined ? undefined : <Moment moment={asOf} />),
  },
];

/**
 * Whether the issuer adds nothing to the ways to sign in: it is one of theirs, or they have names; or there is none.
 */
function isIssuerTold(user: User, nameOf: NameOf): boolean {
  const { issuer, credentials: ways } = user;
  if (issuer === undefined) return true;
  if (ways) return ways.some((way) => way.issuer === issuer);
  return waysLines(user, nameOf)?.[0]?.whole === undefined;
}

function WayLine({ way: { name, whole } }: { way: WayName }) {
  return (
    <p {...(whole !== undefined && { title: inertLine(clipped(whole)) })}>
      <InertText text={name} whole={whole === undefined} />
    </p>
  );
}

function When({ text, missing }: { text: string | undefined; missing?: string }) {
  if (text === undefined) return <Missing {...(missing !== undefined && { word: missing })} />;
  return <ApiMoment text={text} />;
}

function Zone({ zone }: { zone: ZoneRef | undefined }) {
  const isNamed = (zone?.name ?? zone?.slug) !== undefined;
  return <Value text={zone && zoneName(zone)} code={zone !== undefined && !isNamed} />;
}
