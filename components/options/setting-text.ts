import { list, number, t } from "../../lib/i18n.ts";
import { newSites } from "../../lib/settings/settings-changes.ts";
import type { FileField, FileSettings } from "../../lib/settings/settings-file.ts";
import { duration } from "../parts/time.ts";
import { siteName } from "../sites/site-actions.ts";

/** Entries of a list that are named; the rest of a longer list are counted. */
const NAMED_MAX = 10;

/**
 * The value of a setting as the user reads it.
 *
 * @param held the current settings: of the sites, only those that aren't in them are named
 */
export function settingText(field: FileField, settings: FileSettings, held?: FileSettings): string {
  switch (field) {
    case "zone":
      return settings.zone?.name ?? settings.zone?.id ?? none();
    case "modifier":
      return settings.modifier ? t(`modifier.${settings.modifier}`) : none();
    case "hoverMs":
      return t("options.transfer.ms", { ms: number(settings.hoverMs ?? 0) });
    case "lockAfterMin":
      return duration(settings.lockAfterMin ?? 0);
    case "consoleUrl":
      return settings.consoleUrl ?? none();
    case "theme":
      return t(`options.appearance.${settings.theme ?? "system"}`);
    case "subjects":
      return listed(settings.subjects);
    case "marks":
      return listed(settings.marks?.map(siteName));
    case "sites":
      return listed((held ? newSites(held, settings) : (settings.sites ?? [])).map(siteName));
  }
}

const none = () => t("options.transfer.none");

function listed(entries: readonly string[] = []): string {
  if (entries.length === 0) return none();
  const named = entries.slice(0, NAMED_MAX);
  const rest = entries.length - named.length;
  return list(rest === 0 ? named : [...named, t("options.transfer.more", rest, [number(rest)])]);
}
