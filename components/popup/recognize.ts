import type { BackgroundApi } from "../../lib/contract/background.ts";
import { SUBJECT_PATTERNS_MAX } from "../../lib/limits.ts";

/** The result of adding a subject pattern to the settings, or of removing it. */
export type Recognizing =
  | "added"
  | "removed"
  /** The organization has set the patterns. */
  | "locked"
  /** The settings have the maximum number. */
  | "full"
  /** The background didn't answer, or rejected it. */
  | "lost";

type Background = Pick<BackgroundApi, "settings" | "policy" | "changeSettings">;

/** Adds a pattern, so that its IDs are recognized, on pages too. */
export const addPattern = (background: Background, template: string): Promise<Recognizing> =>
  change(background, "added", (subjects) => [...new Set([...subjects, template])]);

export const removePattern = (background: Background, template: string): Promise<Recognizing> =>
  change(background, "removed", (subjects) => subjects.filter((one) => one !== template));

/** The patterns are read right before the change: another page can have changed them. */
async function change(
  { settings, policy, changeSettings }: Background,
  done: "added" | "removed",
  changed: (subjects: readonly string[]) => string[],
): Promise<Recognizing> {
  try {
    const [{ subjects }, reading] = await Promise.all([settings(), policy()]);
    if (reading.policy.subjectPatterns) return "locked";
    const next = changed(subjects);
    if (next.length > SUBJECT_PATTERNS_MAX) return "full";
    const reply = await changeSettings({ subjects: next });
    return reply.ok ? done : "lost";
  } catch {
    return "lost";
  }
}
