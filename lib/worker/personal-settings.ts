import type { ChangeReply, PersonalChoices, PersonalSettings } from "../contract/replies.ts";
import { HOVER_SHOW_MS, LOCK_AFTER_MIN } from "../limits.ts";
import { parseSubjectPattern } from "../mentions/index.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import { readTheme, storedTheme } from "../settings/theme.ts";
import type { PagesBrowser, WorkerBrowser } from "./browser.ts";
import { followMarks } from "./marks.ts";
import { tellAllPagesSettings } from "./tell-settings.ts";

export async function personalSettings(
  browser: Pick<WorkerBrowser, "storage">,
  settings: FollowedSettings,
): Promise<PersonalSettings> {
  const { local } = browser.storage;
  const [current, theme] = await Promise.all([settings.current(), readTheme(local)]);
  const { firstRun = { done: false, skipped: [] } } = current;
  return {
    modifier: current.modifier ?? null,
    hoverMs: current.hoverMs ?? HOVER_SHOW_MS,
    subjects: current.subjects ?? [],
    lockAfterMin: current.lockAfterMin ?? LOCK_AFTER_MIN,
    consoleUrl: current.consoleUrl ?? null,
    marks: current.marks ?? [],
    theme,
    // If the organization does the setup, this page doesn't repeat it.
    firstRun: current.firstRunPage === false ? { ...firstRun, done: true } : firstRun,
    ...(current.besideNewer && { besideNewer: true }),
  };
}

/** Stores settings, which open pages follow immediately. If a subject pattern is invalid, nothing is changed. */
export async function changePersonalSettings(
  browser: PagesBrowser,
  settings: FollowedSettings,
  { modifier, consoleUrl, theme, ...further }: Partial<PersonalChoices>,
): Promise<ChangeReply> {
  const errors = (further.subjects ?? []).flatMap((template) => {
    const read = parseSubjectPattern(template);
    return "error" in read ? [{ template, error: read.error }] : [];
  });
  if (errors.length > 0) return { ok: false, errors };
  const { marks: before = [] } = await settings.current();
  await settings.change(
    {
      ...further,
      ...(modifier !== undefined && { modifier: modifier ?? undefined }),
      ...(consoleUrl !== undefined && { consoleUrl: consoleUrl ?? undefined }),
    },
    theme && storedTheme(theme),
  );
  if (further.marks) await followMarks(browser, settings, before);
  await tellAllPagesSettings(browser, settings);
  return { ok: true };
}
