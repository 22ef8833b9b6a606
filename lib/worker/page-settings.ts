import type { PageSettings } from "../contract/page-settings.ts";
import { HOVER_SHOW_MS } from "../limits.ts";
import { parseSubjectPattern, type SubjectPattern } from "../mentions/index.ts";
import { readSettings, type Settings } from "../settings/settings.ts";
import type { StorageArea } from "../storage.ts";

/** What pages are told of the settings. A key that is held says enough: the card does not wait then. */
export function pageSettings({ modifier, hoverMs, subjects = [] }: Settings): PageSettings {
  return {
    ...(modifier && { modifier }),
    showMs: modifier ? 0 : (hoverMs ?? HOVER_SHOW_MS),
    patterns: patternsOf(subjects),
  };
}

/** The subject patterns of the settings. */
export async function readPatterns(area: StorageArea): Promise<SubjectPattern[]> {
  return patternsOf((await readSettings(area)).subjects ?? []);
}

/** A template that a newer version wrote, and this one cannot read, is passed over. */
function patternsOf(templates: readonly string[]): SubjectPattern[] {
  return templates.flatMap((template) => {
    const pattern = parseSubjectPattern(template);
    return "error" in pattern ? [] : [pattern];
  });
}
