import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { Detail, Details, Missing, Value } from "../parts/details.tsx";
import type { Extent } from "./extent.ts";
import { FurtherFields } from "./further-fields.tsx";
import { RolePurposes } from "./role-purposes.tsx";
import { WaysIn } from "./ways-in.tsx";

export interface MoreOfUserProps {
  user: User;
  extent: Extent;
}

/** What is known of a user beyond the lines that everyone reads. */
export function MoreOfUser({ user, extent }: MoreOfUserProps) {
  const { groups, credentials: ways = [] } = user;
  return (
    <>
      {groups && (
        <Details>
          <Detail name={t("field.groups")}>
            {groups.length === 0 ? <Missing word={t("user.noGroups")} /> : <Groups of={groups} />}
          </Detail>
        </Details>
      )}
      <RolePurposes user={user} />
      {ways.length > 0 && <WaysIn ways={ways} />}
      {extent === "whole" && <FurtherFields user={user} />}
    </>
  );
}

/** Groups that are listed; "Copy JSON" has all. */
const GROUPS_LISTED_MAX = 100;

function Groups({ of: groups }: { of: NonNullable<User["groups"]> }) {
  const more = groups.length - GROUPS_LISTED_MAX;
  return (
    <ul class="groups">
      {groups.slice(0, GROUPS_LISTED_MAX).map(({ id, name, identifier }) => (
        <li key={id}>
          <Value text={name ?? identifier ?? id} />
        </li>
      ))}
      {more > 0 && <li class="hint">{t("field.more", more, [number(more)])}</li>}
    </ul>
  );
}
