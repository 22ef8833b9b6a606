import type { Policy } from "./policy.ts";
import { FILE_FIELDS, type FileField, type FileSettings } from "./settings-file.ts";

/** What importing a file would change. */
export interface SettingChange {
  field: FileField;
  /** Why it isn't changed: the organization has set it, or the zone can't be checked without a key. */
  left?: "locked" | "no-key";
}

const POLICY_OF: Partial<Record<FileField, keyof Policy>> = {
  zone: "zone",
  subjects: "subjectPatterns",
  lockAfterMin: "lockAfterMin",
  consoleUrl: "consoleUrl",
};

/** The fields of a file whose values differ from the current ones; sites are only ever added. */
export function settingChanges(
  now: FileSettings,
  given: FileSettings,
  { policy, connected }: { policy: Policy; connected: boolean },
): SettingChange[] {
  return FILE_FIELDS.filter(
    (field) => given[field] !== undefined && differs(field, now, given),
  ).map((field) => {
    const key = POLICY_OF[field];
    if (key && policy[key] !== undefined) return { field, left: "locked" };
    return field === "zone" && !connected ? { field, left: "no-key" } : { field };
  });
}

function differs(field: FileField, now: FileSettings, given: FileSettings): boolean {
  switch (field) {
    case "zone":
      return now.zone?.id !== given.zone?.id;
    case "sites":
      return newSites(now, given).length > 0;
    case "marks":
      return !isSame(now.marks ?? [], given.marks ?? []);
    default:
      return JSON.stringify(now[field]) !== JSON.stringify(given[field]);
  }
}

/** In any order. */
function isSame(some: readonly string[], others: readonly string[]): boolean {
  return new Set([...some, ...others]).size === new Set(some).size && some.length === others.length;
}

/** The sites of a file that aren't on yet. */
export function newSites(now: FileSettings, given: FileSettings): string[] {
  return (given.sites ?? []).filter((pattern) => !now.sites?.includes(pattern));
}

/** The part of the file that is imported. */
export function toTake(given: FileSettings, changes: readonly SettingChange[]): FileSettings {
  return Object.fromEntries(
    changes.filter(({ left }) => !left).map(({ field }) => [field, given[field]]),
  );
}
