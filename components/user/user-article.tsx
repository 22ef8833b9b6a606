import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import { ConsoleLink, ConsoleOption } from "./console-link.tsx";
import { CopyButtons } from "./copy-buttons.tsx";
import { isWithin } from "./extent.ts";
import { Facts } from "./facts.tsx";
import { InDetail } from "./in-detail.tsx";
import { Roles } from "./roles.tsx";
import { UserDetails, type UserDetailsProps } from "./user-details.tsx";
import { Verdict } from "./verdict-line.tsx";

export interface UserArticleProps extends UserDetailsProps {
  /** See {@link ConsoleLink}. */
  consoleTemplate?: string | undefined;
  /** The page may lead to the options: no frame in a web page. */
  canSetConsole?: boolean;
  /** What is told of the user beside the record. */
  children?: ComponentChildren;
}

/** One user, in the order in which people ask: who, active, verified, roles, last sign-in, the rest. */
export function UserArticle(props: UserArticleProps) {
  const { user, zone, asOf, extent, consoleTemplate, canSetConsole, children } = props;
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
      <Facts user={user} />
      <Verdict user={user} />
      <Roles user={user} all={extent === "whole"} inDetail={isWithin("record", extent)} />
      <UserDetails user={user} zone={zone} asOf={asOf} extent={extent} />
      {isWithin("record", extent) && <InDetail user={user} extent={extent} />}
      {children}
      {canSetConsole && consoleTemplate === undefined && <ConsoleOption />}
      <div class="user-actions">
        <CopyButtons user={user} zone={zone} asOf={asOf} />
        <ConsoleLink user={user} zone={zone} template={consoleTemplate} />
      </div>
    </article>
  );
}
