import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import {
  API_ID_MAX_CHARS,
  CACHE_MAX_MIN,
  SUBJECT_PATTERNS_MAX,
  TEMPLATE_MAX_CHARS,
} from "../limits.ts";
import { parseSubjectPattern } from "../mentions/index.ts";
import { consoleTemplate, lockAfterMin, SITES_MAX } from "./fields.ts";
import { isSecretName, shortened } from "./policy-echo.ts";
import { policySite } from "./policy-site.ts";

/** Maximum number of warnings about an organization's policy. */
export const POLICY_WARNINGS_MAX = 50;

/**
 * What an organization can set and lock, by the policies of the browser (docs/enterprise.md). Never a secret: policy
 * files are readable on the machine, and the options show every key with its value.
 */

/** An invalid value isn't used, and is reported to the user; the other keys apply. */
function one<S extends z.core.$ZodType>(schema: S) {
  return { kind: "one", schema } as const;
}

/** In a list, invalid entries are left out, and the rest applies. */
function list<S extends z.core.$ZodType>(entry: S, max: number) {
  return { kind: "list", schema: z.array(entry), entry, max } as const;
}

function site(use: "on" | "off") {
  return z.pipe(
    z.string(),
    z.transform((text, context) => {
      const pattern = policySite(text, use);
      if (pattern === undefined)
        context.issues.push({ code: "custom", input: text, message: "no site" });
      return pattern ?? z.NEVER;
    }),
  );
}

const whole = (min: number, max: number) => z.number().check(z.int(), z.gte(min), z.lte(max));

const KEYS = {
  /** The ID of the zone in which people are looked up. */
  zone: one(z.string().check(lengthWithin(1, API_ID_MAX_CHARS), z.regex(/^\S+$/))),
  /** Match patterns of sites that the user is asked to allow. */
  sitesOn: list(site("on"), SITES_MAX),
  /** Match patterns of sites where nothing is done, whatever the browser permits. */
  sitesOff: list(site("off"), SITES_MAX),
  /** The only way in which the key can be stored. */
  keepKey: one(z.enum(["session", "device", "passphrase"])),
  /** Minutes without use after which a key with a passphrase is locked. */
  lockAfterMin: one(lockAfterMin),
  /** Template of a user's URL in the admin console. */
  consoleUrl: one(consoleTemplate),
  /** Templates of the identity provider's own IDs. */
  subjectPatterns: list(
    z.string().check(
      lengthWithin(0, TEMPLATE_MAX_CHARS),
      z.refine((template) => !("error" in parseSubjectPattern(template))),
    ),
    SUBJECT_PATTERNS_MAX,
  ),
  /** Minutes that an answer can be cached; 0: none is. */
  cacheMin: one(whole(0, CACHE_MAX_MIN)),
  /** Whether the options open when the extension is installed. */
  firstRunPage: one(z.boolean()),
};

export type PolicyKey = keyof typeof KEYS;

export const POLICY_KEYS = Object.keys(KEYS) as PolicyKey[];

/** What is set; the user can choose any key that is absent. */
export type Policy = { [K in PolicyKey]?: z.output<(typeof KEYS)[K]["schema"]> };

/** What isn't used of a policy, and why. `key` and `given` are truncated. */
export type PolicyWarning =
  | { why: "unknown-key"; key: string }
  /** It is named like a secret, which no policy can contain; its value isn't quoted. */
  | { why: "secret"; key: string }
  | { why: "invalid"; key: PolicyKey; given: string }
  /** The list has more entries than are used. */
  | { why: "too-many"; key: PolicyKey };

export interface PolicyReading {
  policy: Policy;
  warnings: PolicyWarning[];
}

/** Parses each key by itself. */
export function readPolicy(given: Record<string, unknown>): PolicyReading {
  const policy: Record<string, unknown> = {};
  const warnings: PolicyWarning[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (!isPolicyKey(key)) {
      const why = isSecretName(key) ? "secret" : "unknown-key";
      warnings.push({ why, key: shortened(key) });
      continue;
    }
    const read = readValue(key, value);
    warnings.push(...read.warnings);
    if (read.value !== undefined) policy[key] = read.value;
  }
  return { policy: policy as Policy, warnings: warnings.slice(0, POLICY_WARNINGS_MAX) };
}

function isPolicyKey(key: string): key is PolicyKey {
  return Object.hasOwn(KEYS, key);
}

/** @returns no value if none of it can be used */
function readValue(
  key: PolicyKey,
  given: unknown,
): { value: unknown; warnings: readonly PolicyWarning[] } {
  const rule = KEYS[key];
  const invalid = (what: unknown) => ({ why: "invalid", key, given: shortened(what) }) as const;
  if (rule.kind === "one") {
    const { success, data } = z.safeParse(rule.schema, given);
    return success
      ? { value: data, warnings: [] }
      : { value: undefined, warnings: [invalid(given)] };
  }
  if (!Array.isArray(given)) return { value: undefined, warnings: [invalid(given)] };
  const read = given.map((entry: unknown) => z.safeParse(rule.entry, entry));
  const used = read.flatMap(({ success, data }) => (success ? [data] : []));
  const warnings: PolicyWarning[] = read.flatMap(({ success }, place) =>
    success ? [] : [invalid(given[place])],
  );
  if (used.length > rule.max) warnings.push({ why: "too-many", key });
  const isUsable = used.length > 0 || given.length === 0;
  return { value: isUsable ? [...new Set(used)].slice(0, rule.max) : undefined, warnings };
}
