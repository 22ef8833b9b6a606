import type { ChangeReply, PersonalChoices, PersonalSettings } from "../contract/replies.ts";
import { HOVER_SHOW_MS, LOCK_AFTER_MIN } from "../limits.ts";
import { parseSubjectPattern } from "../mentions/index.ts";
import { changeSettings, readSettings } from "../settings/settings.ts";
import { readTheme, storedTheme } from "../settings/theme.ts";
import type { PagesBrowser, WorkerBrowser } from "./browser.ts";
import { followMarks } from "./marks.ts";
import { tellAllPagesSettings } from "./tell-settings.ts";

export async function personalSettings(
  browser: Pick<WorkerBrowser, "storage">,
): Promise<PersonalSettings> {
  const { local } = browser.storage;
  const [settings, theme] = await Promise.all([readSettings(local), readTheme(local)]);
  const { firstRun = { done: false, skipped: [] } } = settings;
  return {
    modifier: settings.modifier ?? null,
    hoverMs: settings.hoverMs ?? HOVER_SHOW_MS,
    subjects: settings.subjects ?? [],
    lockAfterMin: settings.lockAfterMin ?? LOCK_AFTER_MIN,
    consoleUrl: settings.consoleUrl ?? null,
    marks: settings.marks ?? [],
    theme,
    // Who is led by an organization is not led by this page too.
    firstRun: settings.firstRunPage === false ? { ...firstRun, done: true } : firstRun,
    ...(settings.besideNewer && { besideNewer: true }),
  };
}

/** Stores settings, which open pages follow at once; with a wrong subject pattern nothing is changed. */
export async function changePersonalSettings(
  browser: PagesBrowser,
  { modifier, consoleUrl, theme, ...further }: Partial<PersonalChoices>,
): Promise<ChangeReply> {
  const { local } = browser.storage;
  const errors = (further.subjects ?? []).flatMap((template) => {
    const read = parseSubjectPattern(template);
    return "error" in read ? [{ template, error: read.error }] : [];
  });
  if (errors.length > 0) return { ok: false, errors };
  const { marks: before = [] } = await readSettings(local);
  await changeSettings(
    local,
    {
      ...further,
      ...(modifier !== undefined && { modifier: modifier ?? undefined }),
      ...(consoleUrl !== undefined && { consoleUrl: consoleUrl ?? undefined }),
    },
    theme && storedTheme(theme),
  );
  if (further.marks) await followMarks(browser, before);
  await tellAllPagesSettings(browser);
  return { ok: true };
}
