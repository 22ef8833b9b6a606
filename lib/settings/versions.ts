/**
 * The versions of the stored settings' format. A new version is needed when stored data changes its meaning or its
 * place, but not for an additional optional setting.
 */

/** The version that this extension writes. */
export const SETTINGS_VERSION = 2;

export type Stored = Record<string, unknown>;

/** Converts settings of a version to the next. A migration never changes after its version was released. */
const MIGRATIONS: Record<number, (older: Stored) => Stored> = {
  /**
   * Version 1 stored everything on the options page with each change; since then, only what was chosen is stored. It
   * had no first run: anyone who has chosen a zone is done with it.
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

/** The settings that were found in storage. */
export type StoredSettings =
  /** None, or nothing valid: then the settings of version 2 of someone who has chosen nothing. */
  | { is: "known"; settings: Stored }
  /** A newer version has written them: their meaning isn't known here. */
  | { is: "newer" };

/** Applies every migration that stored settings need. */
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
