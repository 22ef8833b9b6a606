import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { OutIcon } from "../parts/icons.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { consoleUrl, DEFAULT_CONSOLE } from "./console-url.ts";
import { CopyButtons } from "./copy-buttons.tsx";
import { isWithin } from "./extent.ts";
import { Facts } from "./facts.tsx";
import { InDetail } from "./in-detail.tsx";
import { Roles } from "./roles.tsx";
import { type KnownUser, UserDetails } from "./user-details.tsx";
import { FURTHER_KNOWN_FIELDS, SIGN_IN_FIELDS } from "./user-fields.tsx";
import { isManaged } from "./user-words.ts";

export interface UserArticleProps extends KnownUser {
  /** See {@link consoleUrl}. */
  consoleTemplate?: string | undefined;
  /** What is told of the user beside the record. */
  children?: ComponentChildren;
}

/** One user, in the order in which people ask: who, active, verified, last sign-in, roles, the rest. */
export function UserArticle(props: UserArticleProps) {
  const { user, zone, asOf, extent, consoleTemplate, children } = props;
  const known = { user, zone, asOf, extent };
  const heading = useId();
  const link = consoleUrl(consoleTemplate ?? DEFAULT_CONSOLE, user, zone);
  return (
    <article class="user" data-user-id={user.id} aria-labelledby={heading}>
      <h2 id={heading} class="user-email">
        {user.email === undefined ? (
          <span class="missing">{t("user.emailNotReported")}</span>
        ) : (
          <InertText text={user.email} whole />
        )}
      </h2>
      <Facts user={user} />
      {isManaged(user) && <p class="hint">{t("user.managed")}</p>}
      <UserDetails {...known} fields={SIGN_IN_FIELDS} />
      <Roles user={user} extent={extent} />
      <UserDetails {...known} fields={FURTHER_KNOWN_FIELDS} />
      {isWithin("record", extent) && <InDetail user={user} extent={extent} />}
      {children}
      <div class="user-actions">
        <CopyButtons user={user} json={isWithin("record", extent)} />
        {link !== undefined && (
          <a
            class="button icon-button"
            href={link}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t("action.console")}
            title={t("action.console")}
          >
            <OutIcon />
          </a>
        )}
      </div>
    </article>
  );
}
