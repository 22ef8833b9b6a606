import * as z from "zod/mini";
import type { StorageArea } from "../storage.ts";
import * as fields from "./fields.ts";
import type { Policy } from "./policy.ts";
import { SETTINGS_VERSION, type Stored, upToDate } from "./versions.ts";

/** What is stored across browser sessions, in `storage.local`, with the policy that overrides it. Never a secret. */

const KEY = "settings";

/** Where a downgraded extension stores its settings next to newer ones that it can't read. */
const KEY_BESIDE_NEWER = "settings-beside-newer";

const choices = z.object({
  zone: z.optional(fields.zone),
  /** The policy's zone, once its name is known. */
  policyZone: z.optional(fields.zone),
  /** Absent: none. */
  modifier: z.optional(fields.modifier),
  /** Absent: HOVER_SHOW_MS. */
  hoverMs: z.optional(fields.hoverMs),
  subjects: z.optional(fields.subjects),
  /** Absent: LOCK_AFTER_MIN. */
  lockAfterMin: z.optional(fields.lockAfterMin),
  /** Absent: the default. */
  consoleUrl: z.optional(fields.consoleTemplate),
  /** Where mentions are underlined. */
  marks: z.optional(fields.sites),
  /** Absent: it hasn't started. */
  firstRun: z.optional(fields.firstRun),
});

type Choices = z.output<typeof choices>;

/** What the user can choose. */
export type Choosable = Pick<
  Choices,
  | "zone"
  | "modifier"
  | "hoverMs"
  | "subjects"
  | "lockAfterMin"
  | "consoleUrl"
  | "marks"
  | "firstRun"
>;

/** The effective settings: the organization's, and the user's choices for the rest. */
export type Settings = Choosable &
  Pick<Policy, "keepKey" | "cacheMin" | "firstRunPage" | "sitesOn"> & {
    /** Match patterns of sites where the extension does nothing. */
    sitesOff: readonly string[];
    /** A newer version has stored settings, which aren't changed: others apply as long as this version is installed. */
    besideNewer?: true;
  };

/** What is stored, in the current format, and where changes to it are stored. */
export interface StoredAt {
  key: typeof KEY | typeof KEY_BESIDE_NEWER;
  stored: Stored;
}

export async function readStored(area: StorageArea): Promise<StoredAt> {
  const found = upToDate((await area.get(KEY))[KEY]);
  if (found.is === "known") return { key: KEY, stored: found.settings };
  const beside = upToDate((await area.get(KEY_BESIDE_NEWER))[KEY_BESIDE_NEWER]);
  return { key: KEY_BESIDE_NEWER, stored: beside.is === "known" ? beside.settings : {} };
}

/** Each value by itself: an invalid one is skipped, and the others apply. */
function readable(stored: Stored): Choices {
  const read = Object.entries(choices.shape).flatMap(([key, schema]) => {
    const { success, data } = z.safeParse(schema, stored[key]);
    return success && data !== undefined ? [[key, data]] : [];
  });
  return Object.fromEntries(read) as Choices;
}

/** The settings that apply under a policy. */
export function settingsUnder(policy: Policy, { key, stored }: StoredAt): Settings {
  const { policyZone, ...chosen } = readable(stored);
  const { zone: id, subjectPatterns, lockAfterMin, sitesOff = [], ...further } = policy;
  return {
    ...chosen,
    ...further,
    sitesOff,
    ...(key === KEY_BESIDE_NEWER && { besideNewer: true }),
    ...(id !== undefined && { zone: policyZone?.id === id ? policyZone : { id } }),
    ...(subjectPatterns && { subjects: subjectPatterns }),
    ...(lockAfterMin !== undefined && { lockAfterMin }),
  };
}

/**
 * What to store when some of the user's choices change; all others, including unknown ones, stay as they are. What the
 * organization has set isn't the user's to change: only the name of its zone is stored, everything else is ignored.
 */
export function storedAfter(
  { key, stored }: StoredAt,
  change: Partial<Choosable>,
  policy: Policy,
): StoredAt {
  const own: Partial<Choices> = { ...change };
  if (policy.zone !== undefined) {
    delete own.zone;
    if (change.zone?.id === policy.zone) own.policyZone = change.zone;
  }
  if (policy.subjectPatterns) delete own.subjects;
  if (policy.lockAfterMin !== undefined) delete own.lockAfterMin;
  if (policy.consoleUrl !== undefined) delete own.consoleUrl;
  return { key, stored: { ...stored, ...own, version: SETTINGS_VERSION } };
}

/**
 * Stores settings of an older version in the current format. Settings that were stored next to newer ones aren't needed
 * any more once those can be read.
 */
export async function storeMigrated(area: StorageArea, { key, stored }: StoredAt): Promise<void> {
  if (key === KEY_BESIDE_NEWER) return;
  if (KEY in (await area.get(KEY))) await area.set({ [KEY]: stored });
  await area.remove(KEY_BESIDE_NEWER);
}
