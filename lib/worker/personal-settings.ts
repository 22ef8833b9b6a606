import { browser } from "wxt/browser";
import { LOCK_AFTER_MIN } from "../limits.ts";
import { parseSubjectPattern } from "../mentions/index.ts";
import type { ChangeReply, PersonalChoices, PersonalSettings } from "../messages/background-api.ts";
import { changeSettings, readSettings } from "../settings/settings.ts";
import { readTheme, writeTheme } from "../settings/theme.ts";
import { tellAllPagesSettings } from "./tell-settings.ts";

const { local } = browser.storage;

export async function personalSettings(): Promise<PersonalSettings> {
  const settings = await readSettings(local);
  const { modifier, subjects = [], lockAfterMin = LOCK_AFTER_MIN, besideNewer } = settings;
  return {
    modifier: modifier ?? null,
    subjects,
    lockAfterMin,
    theme: await readTheme(local),
    ...(besideNewer && { besideNewer }),
  };
}

/** Stores settings, which open pages follow at once; with a wrong subject pattern nothing is changed. */
export async function changePersonalSettings({
  modifier,
  theme,
  ...further
}: Partial<PersonalChoices>): Promise<ChangeReply> {
  const errors = (further.subjects ?? []).flatMap((template) => {
    const read = parseSubjectPattern(template);
    return "error" in read ? [{ template, error: read.error }] : [];
  });
  if (errors.length > 0) return { ok: false, errors };
  if (theme) await writeTheme(local, theme);
  await changeSettings(local, {
    ...further,
    ...(modifier !== undefined && { modifier: modifier ?? undefined }),
  });
  await tellAllPagesSettings();
  return { ok: true };
}
