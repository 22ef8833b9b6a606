import { ExternalLink } from "lucide";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { iconOf } from "../parts/icons.tsx";
import { CONSOLE_OPTION, consoleLink } from "./console-url.ts";

export interface ConsoleLinkProps {
  user: User;
  zone: ZoneRef | undefined;
  /** See {@link consoleLink}; undefined while none is set. */
  template: string | undefined;
}

/** Leads out of the extension. */
export const ConsoleIcon = iconOf(ExternalLink);

/**
 * The link to a user in the admin console, or to its home page if the record lacks what the link needs; until a
 * template is set, to the option for it. Its label says where it leads.
 */
export function ConsoleLink({ user, zone, template }: ConsoleLinkProps) {
  const link = linkOf(user, zone, template);
  if (!link) return null;
  return (
    <a
      class="button console-link"
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={link.name}
      title={link.name}
    >
      <span class="console-label">{t("action.consoleLabel")}</span>
      <ConsoleIcon />
    </a>
  );
}

function linkOf(
  user: User,
  zone: ZoneRef | undefined,
  template: string | undefined,
): { href: string; name: string } | undefined {
  if (template === undefined)
    return { href: `options.html${CONSOLE_OPTION}`, name: t("action.consoleSet") };
  const link = consoleLink(template, user, zone);
  if (!link) return undefined;
  const name = link.leadsTo === "user" ? t("action.console") : t("action.consoleHome");
  return { href: link.href, name };
}
