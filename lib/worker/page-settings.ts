import type { PageSettings } from "../contract/page-settings.ts";
import { HOVER_SHOW_MS } from "../limits.ts";
import { parseSubjectPattern, type SubjectPattern } from "../mentions/index.ts";
import type { Settings } from "../settings/settings.ts";

/** What pages are told of the settings. A key that is held says enough: the card does not wait then. */
export function pageSettings(settings: Settings): PageSettings {
  const { modifier, hoverMs } = settings;
  return {
    ...(modifier && { modifier }),
    showMs: modifier ? 0 : (hoverMs ?? HOVER_SHOW_MS),
    patterns: patternsOf(settings),
  };
}

/** The subject patterns that are set. A template that a newer version wrote, and this one cannot read, is passed over. */
export function patternsOf({ subjects = [] }: Pick<Settings, "subjects">): SubjectPattern[] {
  return subjects.flatMap((template) => {
    const pattern = parseSubjectPattern(template);
    return "error" in pattern ? [] : [pattern];
  });
}
