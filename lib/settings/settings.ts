import * as z from "zod/mini";
import { createTurns } from "../in-turn.ts";
import { lengthWithin } from "../length-within.ts";
import {
  API_ID_MAX_CHARS,
  LOCK_AFTER_MAX_MIN,
  SITE_MAX_CHARS,
  SITES_MAX,
  SUBJECT_PATTERNS_MAX,
  TEMPLATE_MAX_CHARS,
} from "../limits.ts";
import type { StorageArea } from "../storage.ts";
import type { Policy } from "./policy.ts";
import { currentPolicy } from "./policy-copy.ts";
import { SETTINGS_VERSION, type Stored, upToDate } from "./versions.ts";

/** What is remembered over browser sessions, in `storage.local`, and the policy over it. Never a secret. */

const KEY = "settings";

/** Where an extension keeps its settings that has been put back behind one whose settings it cannot read. */
const KEY_BESIDE_NEWER = "settings-beside-newer";

const text = z.string().check(lengthWithin(1, API_ID_MAX_CHARS));

const zone = z.object({ id: text, name: z.optional(z.string()), slug: z.optional(z.string()) });

const choices = z.object({
  /** The zone that look-ups are made in. */
  zone: z.optional(zone),
  /** The zone of the policy, once its name is known. */
  policyZone: z.optional(zone),
  /** The key that must be held for the pointer to show a card; absent: none. */
  modifier: z.optional(z.enum(["Alt", "Control", "Shift", "Meta"])),
  /** Templates of the identity provider's own IDs, such as `auth0|{hex:24}`. */
  subjects: z.optional(
    z
      .array(z.string().check(lengthWithin(0, TEMPLATE_MAX_CHARS)))
      .check(lengthWithin(0, SUBJECT_PATTERNS_MAX)),
  ),
  /** Minutes without use after which a key with a passphrase is locked; absent: LOCK_AFTER_MIN. */
  lockAfterMin: z.optional(z.number().check(z.int(), z.gte(1), z.lte(LOCK_AFTER_MAX_MIN))),
  /** Match patterns of the sites where mentions are underlined. */
  marks: z.optional(
    z.array(z.string().check(lengthWithin(0, SITE_MAX_CHARS))).check(lengthWithin(0, SITES_MAX)),
  ),
});

type Choices = z.output<typeof choices>;

/** What the person may choose. */
type Choosable = Pick<Choices, "zone" | "modifier" | "subjects" | "lockAfterMin" | "marks">;

/** What holds: what the organization has set, and of the rest what the person has chosen. */
export type Settings = Choosable &
  Pick<Policy, "keepKey" | "consoleUrl" | "cacheMin" | "firstRunPage" | "sitesOn"> & {
    /** Match patterns of sites where the extension does nothing. */
    sitesOff: readonly string[];
    /** A newer extension has stored settings, which are left as they are: others hold as long as this one is there. */
    besideNewer?: true;
  };

/** What is stored, in this version, and where changes of it go. */
interface Place {
  key: typeof KEY | typeof KEY_BESIDE_NEWER;
  stored: Stored;
}

async function readPlace(area: StorageArea): Promise<Place> {
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

/** The settings that hold. Nobody reads what is stored by another way, so nobody can miss the policy. */
export async function readSettings(area: StorageArea): Promise<Settings> {
  const [{ key, stored }, { policy }] = await Promise.all([readPlace(area), currentPolicy(area)]);
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
 * Changes some of what the person has chosen, and leaves the others, unknown ones too, as they are. What the
 * organization has set is not the person's to change: of its zone the name is kept, all else is passed over.
 */
export function changeSettings(area: StorageArea, change: Partial<Choosable>): Promise<void> {
  return inTurn(() => changeNow(area, change));
}

/** One after another: each reads what the one before has written. */
const inTurn = createTurns();

async function changeNow(area: StorageArea, change: Partial<Choosable>): Promise<void> {
  const [{ key, stored }, { policy }] = await Promise.all([readPlace(area), currentPolicy(area)]);
  const own: Partial<Choices> = { ...change };
  if (policy.zone !== undefined) {
    delete own.zone;
    if (change.zone?.id === policy.zone) own.policyZone = change.zone;
  }
  if (policy.subjectPatterns) delete own.subjects;
  if (policy.lockAfterMin !== undefined) delete own.lockAfterMin;
  await area.set({ [key]: { ...stored, ...own, version: SETTINGS_VERSION } });
}

/**
 * Stores settings of an older version in this one, once the extension was updated. Those that were kept beside newer
 * ones are of no use any more when these can be read.
 */
export function migrateSettings(area: StorageArea): Promise<void> {
  return inTurn(async () => {
    const { key, stored } = await readPlace(area);
    if (key === KEY_BESIDE_NEWER) return;
    if (KEY in (await area.get(KEY))) await area.set({ [KEY]: stored });
    await area.remove(KEY_BESIDE_NEWER);
  });
}
