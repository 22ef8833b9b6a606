import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { SETTINGS_FILE_MAX_BYTES, SITE_MAX_CHARS } from "../limits.ts";
import { parseSubjectPattern } from "../mentions/index.ts";
import * as fields from "./fields.ts";
import { SITES_MAX } from "./fields.ts";
import { shortened } from "./policy-echo.ts";
import { policySite } from "./policy-site.ts";
import { THEMES } from "./theme.ts";
import { SETTINGS_VERSION, upToDate } from "./versions.ts";

/**
 * A settings file, for another browser or for colleagues. It contains only the fields listed here: no key, no
 * passphrase and no person.
 */

const FORMAT = "keycard-lookup-settings";

/** A site that the browser can be asked for, and that an organization can name: never all of them. */
const site = z.string().check(
  lengthWithin(1, SITE_MAX_CHARS),
  z.refine((text) => policySite(text, "on") === text),
);

const sites = z.array(site).check(lengthWithin(0, SITES_MAX));

const shape = {
  zone: z.strictObject({ id: fields.zone.shape.id, name: fields.zone.shape.name }),
  modifier: z.nullable(fields.modifier),
  hoverMs: fields.hoverMs,
  subjects: fields.subjects.check(
    z.refine((all) => all.every((template) => !("error" in parseSubjectPattern(template)))),
  ),
  lockAfterMin: fields.lockAfterMin,
  consoleUrl: z.nullable(fields.consoleTemplate),
  theme: z.enum(THEMES),
  /** The sites that are on. */
  sites,
  /** The ones among them where mentions are underlined. */
  marks: sites,
};

export type FileField = keyof typeof shape;

export const FILE_FIELDS = Object.keys(shape) as FileField[];

/** What a file can contain. What it lacks isn't changed. */
export type FileSettings = { [F in FileField]?: z.output<(typeof shape)[F]> };

const file = z.strictObject({
  format: z.literal(FORMAT),
  version: z.number(),
  settings: z.strictObject(
    Object.fromEntries(FILE_FIELDS.map((name) => [name, z.exactOptional(shape[name])])),
  ),
});

/** What files of every version have in common. Settings themselves contain no version. */
const anyVersion = z.looseObject({
  format: z.literal(FORMAT),
  version: z.int().check(z.gte(1)),
  settings: z.record(z.string(), z.unknown()),
});

/** Why a file isn't imported. */
export type FileProblem =
  | { why: "too-big" }
  | { why: "not-json" }
  /** It is a file of something else. */
  | { why: "not-ours" }
  /** A newer version of this extension wrote it. */
  | { why: "newer" }
  /** The value of this field is invalid. */
  | { why: "invalid"; field: FileField }
  /** There is no such field. `key` is truncated. */
  | { why: "unknown-key"; key: string };

export type FileReading =
  | { ok: true; settings: FileSettings }
  | { ok: false; problem: FileProblem };

/** The text of a file with these settings. Sites that a file can't contain are left out. */
export function writeSettingsFile(settings: FileSettings): string {
  const onlySites = (all: readonly string[]) => all.filter((one) => z.safeParse(site, one).success);
  const { zone, sites: on = [], marks = [] } = settings;
  // Field by field, so that other properties of the object are left out.
  const held = Object.fromEntries(FILE_FIELDS.map((field) => [field, settings[field]]));
  const clean = {
    ...held,
    ...(zone && { zone: { id: zone.id, name: zone.name } }),
    sites: onlySites(on),
    marks: onlySites(marks),
  };
  return `${JSON.stringify({ format: FORMAT, version: SETTINGS_VERSION, settings: clean }, null, 2)}\n`;
}

/** Reads a file completely; if anything in it is invalid, nothing is imported. */
export function readSettingsFile(text: string): FileReading {
  if (new Blob([text]).size > SETTINGS_FILE_MAX_BYTES) return wrong({ why: "too-big" });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return wrong({ why: "not-json" });
  }
  const { data: ours } = anyVersion.safeParse(given);
  if (!ours) return wrong({ why: "not-ours" });
  const found = upToDate({ ...ours.settings, version: ours.version });
  if (found.is === "newer") return wrong({ why: "newer" });
  const { version, ...all } = found.settings;
  // Leaves out what a migration has dropped, and what it has added that isn't a field of a file.
  const settings = Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) => value !== undefined && (name in shape || name in ours.settings),
    ),
  );
  const { success, data, error } = file.safeParse({ ...ours, version, settings });
  return success ? { ok: true, settings: data.settings } : wrong(problemOf(error.issues[0]));
}

function wrong(problem: FileProblem): FileReading {
  return { ok: false, problem };
}

function problemOf(issue: z.core.$ZodIssue | undefined): FileProblem {
  if (issue?.code === "unrecognized_keys")
    return { why: "unknown-key", key: shortened(issue.keys[0] ?? "") };
  const field = FILE_FIELDS.find((name) => name === issue?.path[1]);
  return field ? { why: "invalid", field } : { why: "not-ours" };
}
