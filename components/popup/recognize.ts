import type { BackgroundApi } from "../../lib/contract/background.ts";
import { SUBJECT_PATTERNS_MAX } from "../../lib/limits.ts";

/** What became of adding a subject pattern to the settings, or of taking it out again. */
export type Recognizing =
  | "added"
  | "removed"
  /** The organization has set the patterns. */
  | "locked"
  /** The settings hold as many as they can. */
  | "full"
  /** The background did not answer, or has not taken it. */
  | "lost";

type Background = Pick<BackgroundApi, "settings" | "policy" | "changeSettings">;

/** Has IDs of one more pattern recognized, on pages too. */
export const addPattern = (background: Background, template: string): Promise<Recognizing> =>
  change(background, "added", (subjects) => [...new Set([...subjects, template])]);

export const removePattern = (background: Background, template: string): Promise<Recognizing> =>
  change(background, "removed", (subjects) => subjects.filter((one) => one !== template));

/** The patterns are read right before: another page may have changed them. */
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
