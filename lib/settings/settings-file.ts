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
 * A file of settings, to take them to another browser or to colleagues. It names what it holds, field by field: a key,
 * a passphrase or a person has no place in it.
 */

const FORMAT = "keycard-lookup-settings";

/** A site as one can ask the browser for it, and as an organization may name it: never all of them. */
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
  /** Those of them where mentions are underlined. */
  marks: sites,
};

export type FileField = keyof typeof shape;

export const FILE_FIELDS = Object.keys(shape) as FileField[];

/** What a file may hold. What it does not hold stays as it is. */
export type FileSettings = { [F in FileField]?: z.output<(typeof shape)[F]> };

const file = z.strictObject({
  format: z.literal(FORMAT),
  version: z.number(),
  settings: z.strictObject(
    Object.fromEntries(FILE_FIELDS.map((name) => [name, z.exactOptional(shape[name])])),
  ),
});

/** What a file of any version is known by. Settings themselves have no version inside. */
const anyVersion = z.looseObject({
  format: z.literal(FORMAT),
  version: z.int().check(z.gte(1)),
  settings: z.record(z.string(), z.unknown()),
});

/** Why a file is not taken. */
export type FileProblem =
  | { why: "too-big" }
  | { why: "not-json" }
  /** It is a file of something else. */
  | { why: "not-ours" }
  /** A newer version of this extension wrote it. */
  | { why: "newer" }
  /** The value of this field is none that it can have. */
  | { why: "invalid"; field: FileField }
  /** There is no such field. `key` is cut short. */
  | { why: "unknown-key"; key: string };

export type FileReading =
  | { ok: true; settings: FileSettings }
  | { ok: false; problem: FileProblem };

/** The text of a file with these settings. Sites that no file may name are left out. */
export function writeSettingsFile(settings: FileSettings): string {
  const onlySites = (all: readonly string[]) => all.filter((one) => z.safeParse(site, one).success);
  const { zone, sites: on = [], marks = [] } = settings;
  // Field by field: what else may hang on the object stays out.
  const held = Object.fromEntries(FILE_FIELDS.map((field) => [field, settings[field]]));
  const clean = {
    ...held,
    ...(zone && { zone: { id: zone.id, name: zone.name } }),
    sites: onlySites(on),
    marks: onlySites(marks),
  };
  return `${JSON.stringify({ format: FORMAT, version: SETTINGS_VERSION, settings: clean }, null, 2)}\n`;
}

/** Reads a whole file; of one that is wrong anywhere nothing is taken. */
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
  // What a migration has left out is named no more, and what it has added that is no field of a file wasn't named.
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
