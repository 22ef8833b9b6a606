import type { PageSettings } from "../contract/page-settings.ts";
import { HOVER_SHOW_MS } from "../limits.ts";
import { parseSubjectPattern, type SubjectPattern } from "../mentions/index.ts";
import type { Settings } from "../settings/settings.ts";

/** The settings that pages receive. With a modifier key, there is no delay: holding it is intention enough. */
export function pageSettings(settings: Settings): PageSettings {
  const { modifier, hoverMs } = settings;
  return {
    ...(modifier && { modifier }),
    showMs: modifier ? 0 : (hoverMs ?? HOVER_SHOW_MS),
    patterns: patternsOf(settings),
  };
}

/** The subject patterns of the settings. Skips a template of a newer version that this one can't parse. */
export function patternsOf({ subjects = [] }: Pick<Settings, "subjects">): SubjectPattern[] {
  return subjects.flatMap((template) => {
    const pattern = parseSubjectPattern(template);
    return "error" in pattern ? [] : [pattern];
  });
}
