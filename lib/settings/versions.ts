/**
 * The versions that settings have been stored in. A version is left behind when what is stored changes its meaning or
 * its place; a further setting that may be absent needs none.
 */

/** The version that this extension writes. */
export const SETTINGS_VERSION = 2;

export type Stored = Record<string, unknown>;

/** What takes settings of a version to the next. Each stands as it was when its version came, and is never changed. */
const MIGRATIONS: Record<number, (older: Stored) => Stored> = {
  /**
   * Version 1 stored all that stood on the options page with each change; since then only what was chosen is. It knew no
   * first run: whoever has chosen a zone has it behind.
   */
  1({ lockAfterMin, subjects, marks, ...others }) {
    return {
      ...others,
      ...("zone" in others && { firstRun: { done: true, skipped: [] } }),
      ...(lockAfterMin !== 15 && { lockAfterMin }),
      ...(!isEmpty(subjects) && { subjects }),
      ...(!isEmpty(marks) && { marks }),
    };
  },
};

const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;

/** What settings were found stored. */
export type StoredSettings =
  /** None, or nothing that can be settings: then those of version 2 that somebody has who has chosen nothing. */
  | { is: "known"; settings: Stored }
  /** A newer extension has written them: what they mean is not known here. */
  | { is: "newer" };

/** Takes stored settings through every migration that is theirs. */
export function upToDate(stored: unknown): StoredSettings {
  const found = isRecord(stored) ? stored : {};
  const { version } = found;
  if (!isVersion(version)) return { is: "known", settings: { version: SETTINGS_VERSION } };
  if (version > SETTINGS_VERSION) return { is: "newer" };
  let settings = found;
  for (let from = version; from < SETTINGS_VERSION; from++)
    settings = { ...MIGRATIONS[from]?.(settings), version: from + 1 };
  return { is: "known", settings };
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1;
}

function isRecord(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
