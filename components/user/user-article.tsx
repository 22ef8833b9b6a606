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
import { UserDetails, type UserDetailsProps } from "./user-details.tsx";
import { Verdict } from "./verdict-line.tsx";

export interface UserArticleProps extends UserDetailsProps {
  /** See {@link consoleUrl}. */
  consoleTemplate?: string | undefined;
  /** What is told of the user beside the record. */
  children?: ComponentChildren;
}

/** One user, in the order in which people ask: who, active, verified, roles, last sign-in, the rest. */
export function UserArticle(props: UserArticleProps) {
  const { user, zone, asOf, extent, consoleTemplate, children } = props;
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
      <Verdict user={user} />
      <Roles user={user} all={extent === "whole"} inDetail={isWithin("record", extent)} />
      <UserDetails user={user} zone={zone} asOf={asOf} extent={extent} />
      {isWithin("record", extent) && <InDetail user={user} extent={extent} />}
      {children}
      <div class="user-actions">
        <CopyButtons user={user} zone={zone} asOf={asOf} />
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
