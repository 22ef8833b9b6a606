import { ExternalLink } from "lucide";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { iconOf } from "../parts/icons.tsx";
import { CONSOLE_OPTION, consoleLink, DEFAULT_CONSOLE } from "./console-url.ts";

export interface ConsoleLinkProps {
  user: User;
  zone: ZoneRef | undefined;
  /** See {@link consoleLink}; undefined for the usual one. */
  template: string | undefined;
}

/** Leads out of the extension. */
export const ConsoleIcon = iconOf(ExternalLink);

/** The way to a user in the admin console, or to its home page: named for where it leads. */
export function ConsoleLink({ user, zone, template = DEFAULT_CONSOLE }: ConsoleLinkProps) {
  const link = consoleLink(template, user, zone);
  if (!link) return null;
  const name = link.leadsTo === "user" ? t("action.console") : t("action.consoleHome");
  return (
    <a
      class="button console-link"
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={name}
      title={name}
    >
      <span class="console-label">{t("action.consoleLabel")}</span>
      <ConsoleIcon />
    </a>
  );
}

/** The way to the option that makes of it a link to people; for pages of the extension, not in frames. */
export function ConsoleOption() {
  return (
    <p class="console-option">
      <a href={`options.html${CONSOLE_OPTION}`} target="_blank" rel="noopener noreferrer">
        {t("action.consoleDirect")}
      </a>
    </p>
  );
}
