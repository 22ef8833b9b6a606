import type { ComponentChildren } from "preact";
import { useContext, useId } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import { ConsoleLink } from "./console-link.tsx";
import { CopyButtons } from "./copy-buttons.tsx";
import { isWithin } from "./extent.ts";
import { Facts } from "./facts.tsx";
import { InDetail } from "./in-detail.tsx";
import { Roles } from "./roles.tsx";
import { ThingNames } from "./thing-names.ts";
import { type KnownUser, UserDetails } from "./user-details.tsx";
import { FURTHER_KNOWN_FIELDS, SIGN_IN_FIELDS } from "./user-fields.tsx";
import { otherZoneOf } from "./user-words.ts";
import { Verdict } from "./verdict-line.tsx";

export interface UserArticleProps extends KnownUser {
  /** See {@link ConsoleLink}. */
  consoleTemplate?: string | undefined;
  /** Shown in addition to the record, above it. */
  above?: ComponentChildren;
  /** Shown in addition to the record, below it. */
  children?: ComponentChildren;
}

/** One user, in the order in which people ask: who, active, verified, last sign-in, roles, the rest. */
export function UserArticle(props: UserArticleProps) {
  const { user, zone, asOf, extent, consoleTemplate, above, children } = props;
  const known = { user, zone, asOf, extent };
  const heading = useId();
  return (
    <article class="user" data-user-id={user.id} aria-labelledby={heading}>
      <h2 id={heading} class="user-email">
        {user.email === undefined ? (
          <span class="missing">{t("user.emailNotReported")}</span>
        ) : (
          <InertText text={user.email} whole />
        )}
      </h2>
      <OtherZone user={user} zone={zone} />
      <Facts user={user} />
      <Verdict user={user} />
      {above}
      <UserDetails {...known} fields={SIGN_IN_FIELDS} />
      <Roles user={user} extent={extent} />
      <UserDetails {...known} fields={FURTHER_KNOWN_FIELDS} />
      {isWithin("record", extent) && <InDetail user={user} extent={extent} />}
      {children}
      <div class="user-actions">
        <CopyButtons user={user} zone={zone} asOf={asOf} json={isWithin("record", extent)} />
        <ConsoleLink user={user} zone={zone} template={consoleTemplate} />
      </div>
    </article>
  );
}

function OtherZone({ user, zone }: Pick<KnownUser, "user" | "zone">) {
  const words = otherZoneOf(user, zone, useContext(ThingNames));
  if (words === undefined) return null;
  return (
    <p class="verdict verdict-caution">
      <InertText text={words} />
    </p>
  );
}
