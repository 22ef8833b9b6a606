import * as z from "zod/mini";
import {
  API_ID_MAX_CHARS,
  LOCK_AFTER_MAX_MIN,
  SITE_MAX_CHARS,
  SITES_MAX,
  SUBJECT_PATTERNS_MAX,
  TEMPLATE_MAX_CHARS,
} from "../limits.ts";
import type { StorageArea } from "../storage.ts";

/** What is remembered over browser sessions, in `storage.local`. Never a secret. */

const KEY = "settings";

const text = z.string().check(z.minLength(1), z.maxLength(API_ID_MAX_CHARS));

const settings = z.looseObject({
  version: z.literal(1),
  /** The zone that look-ups are made in. */
  zone: z.optional(
    z.object({ id: text, name: z.optional(z.string()), slug: z.optional(z.string()) }),
  ),
  /** The key that must be held for the pointer to show a card; absent: none. */
  modifier: z.optional(z.enum(["Alt", "Control", "Shift", "Meta"])),
  /** Templates of the identity provider's own IDs, such as `auth0|{hex:24}`. */
  subjects: z.optional(
    z
      .array(z.string().check(z.maxLength(TEMPLATE_MAX_CHARS)))
      .check(z.maxLength(SUBJECT_PATTERNS_MAX)),
  ),
  /** Minutes without use after which a key with a passphrase is locked; absent: LOCK_AFTER_MIN. */
  lockAfterMin: z.optional(z.number().check(z.int(), z.gte(1), z.lte(LOCK_AFTER_MAX_MIN))),
  /** Match patterns of the sites where mentions are underlined. */
  marks: z.optional(
    z.array(z.string().check(z.maxLength(SITE_MAX_CHARS))).check(z.maxLength(SITES_MAX)),
  ),
});

export type Settings = z.output<typeof settings>;

const DEFAULTS: Settings = { version: 1 };

/** The stored settings; the defaults where there are none, or none that can be read. */
export async function readSettings(area: StorageArea): Promise<Settings> {
  return settings.safeParse((await area.get(KEY))[KEY]).data ?? DEFAULTS;
}

/** Changes some settings and leaves the others, unknown ones too, as they are. */
export async function changeSettings(area: StorageArea, change: Partial<Settings>): Promise<void> {
  await area.set({ [KEY]: { ...(await readSettings(area)), ...change } });
}
