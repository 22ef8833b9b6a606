import * as z from "zod/mini";
import { isConsoleTemplate } from "../console-template.ts";
import { lengthWithin } from "../length-within.ts";
import {
  API_ID_MAX_CHARS,
  API_TEXT_MAX_CHARS,
  CONSOLE_URL_MAX_CHARS,
  HOVER_SHOW_MAX_MS,
  HOVER_SHOW_MIN_MS,
  LOCK_AFTER_MAX_MIN,
  SITE_MAX_CHARS,
  SUBJECT_PATTERNS_MAX,
  TEMPLATE_MAX_CHARS,
} from "../limits.ts";
import { FIRST_RUN_STEPS } from "./first-run-steps.ts";
import { MODIFIERS } from "./modifier.ts";

/** Maximum number of sites in a setting. */
export const SITES_MAX = 1_000;

/** The schema of each setting, for what is stored, what messages contain, and what a settings file contains. */

const whole = (least: number, most: number) => z.number().check(z.int(), z.gte(least), z.lte(most));

const texts = (maxChars: number, max: number) =>
  z.array(z.string().check(lengthWithin(0, maxChars))).check(lengthWithin(0, max));

/** The key that must be held for hovering to show a card. */
export const modifier = z.enum(MODIFIERS);

/** Milliseconds that the pointer rests on a mention before the card opens. */
export const hoverMs = whole(HOVER_SHOW_MIN_MS, HOVER_SHOW_MAX_MS);

/** Templates of the identity provider's own IDs, such as `auth0|{hex:24}`. */
export const subjects = texts(TEMPLATE_MAX_CHARS, SUBJECT_PATTERNS_MAX);

/** Minutes without use after which a key with a passphrase is locked. */
export const lockAfterMin = whole(1, LOCK_AFTER_MAX_MIN);

/** Template of a user's URL in the admin console. */
export const consoleTemplate = z
  .string()
  .check(lengthWithin(0, CONSOLE_URL_MAX_CHARS), z.refine(isConsoleTemplate));

/** Match patterns of sites. */
export const sites = texts(SITE_MAX_CHARS, SITES_MAX);

/** As long as the longest that the API can send: a chosen zone must not be lost because of its name. */
const name = z.string().check(lengthWithin(0, API_TEXT_MAX_CHARS));

/** The zone in which people are looked up. */
export const zone = z.object({
  id: z.string().check(lengthWithin(1, API_ID_MAX_CHARS)),
  name: z.optional(name),
  slug: z.optional(name),
});

/**
 * Progress of the first run: whether the user has agreed to where data goes, which steps were skipped, and whether it
 * is done.
 */
export const firstRun = z.strictObject({
  agreed: z.exactOptional(z.literal(true)),
  done: z.boolean(),
  skipped: z.array(z.enum(FIRST_RUN_STEPS)).check(lengthWithin(0, FIRST_RUN_STEPS.length)),
});

export type FirstRun = z.output<typeof firstRun>;
