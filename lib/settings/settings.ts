import * as z from "zod/mini";
import type { StorageArea } from "../storage.ts";
import * as fields from "./fields.ts";
import type { Policy } from "./policy.ts";
import { SETTINGS_VERSION, type Stored, upToDate } from "./versions.ts";

/** What is remembered over browser sessions, in `storage.local`, and the policy over it. Never a secret. */

const KEY = "settings";

/** Where an extension keeps its settings that has been put back behind one whose settings it cannot read. */
const KEY_BESIDE_NEWER = "settings-beside-newer";

const choices = z.object({
  zone: z.optional(fields.zone),
  /** The zone of the policy, once its name is known. */
  policyZone: z.optional(fields.zone),
  /** Absent: none. */
  modifier: z.optional(fields.modifier),
  /** Absent: HOVER_SHOW_MS. */
  hoverMs: z.optional(fields.hoverMs),
  subjects: z.optional(fields.subjects),
  /** Absent: LOCK_AFTER_MIN. */
  lockAfterMin: z.optional(fields.lockAfterMin),
  /** Absent: the usual one. */
  consoleUrl: z.optional(fields.consoleTemplate),
  /** Where mentions are underlined. */
  marks: z.optional(fields.sites),
  /** Absent: it has not begun. */
  firstRun: z.optional(fields.firstRun),
});

type Choices = z.output<typeof choices>;

/** What the person may choose. */
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

/** What holds: what the organization has set, and of the rest what the person has chosen. */
export type Settings = Choosable &
  Pick<Policy, "keepKey" | "cacheMin" | "firstRunPage" | "sitesOn"> & {
    /** Match patterns of sites where the extension does nothing. */
    sitesOff: readonly string[];
    /** A newer extension has stored settings, which are left as they are: others hold as long as this one is there. */
    besideNewer?: true;
  };

/** What is stored, in this version, and where changes of it go. */
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

/** Each value by itself: one that is wrong is passed over, and the others hold. */
function readable(stored: Stored): Choices {
  const read = Object.entries(choices.shape).flatMap(([key, schema]) => {
    const { success, data } = z.safeParse(schema, stored[key]);
    return success && data !== undefined ? [[key, data]] : [];
  });
  return Object.fromEntries(read) as Choices;
}

/** The settings that hold under a policy. */
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
 * What is to be stored when some of what the person has chosen changes; the others, unknown ones too, stay as they are.
 * What the organization has set is not the person's to change: of its zone the name is kept, all else is passed over.
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
 * Stores settings of an older version in this one. Those that were kept beside newer ones are of no use any more when
 * these can be read.
 */
export async function storeMigrated(area: StorageArea, { key, stored }: StoredAt): Promise<void> {
  if (key === KEY_BESIDE_NEWER) return;
  if (KEY in (await area.get(KEY))) await area.set({ [KEY]: stored });
  await area.remove(KEY_BESIDE_NEWER);
}
