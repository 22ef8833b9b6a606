import { ANY_OF, GROUPS, SUBJECT_MAX, type SubjectPattern } from "./subject.ts";

/** Minimum characters: shorter templates would match ordinary words and numbers on every page. */
const SUBJECT_MIN = 8;

/** Minimum characters of identifiers with a fixed character: employee numbers such as `E-1042` are short. */
const IDENTIFIER_MIN = 6;

/** Prefix of a template for identifiers rather than subjects. */
const IDENTIFIER = /^identifier:\s*/;

/**
 * Minimum characters of a template of letters without any fixed character, which would match words: few words are this
 * long.
 */
const LOOSE_MIN = 16;

/** Long enough for the longest subject with every character written as a class of its own. */
const TEMPLATE_MAX = 512;

/** The classes, and the groups of characters (`GROUPS`) that each consists of. */
const CLASSES = {
  digit: "09",
  hex: "09 af AF",
  lower: "af gz",
  upper: "AF GZ",
  letter: "af gz AF GZ",
  alnum: "09 af gz AF GZ",
  base36: "09 af gz",
  base64url: "09 af gz AF GZ -- __",
};

/** What is wrong with a template; `token` is the part that the error is about. Numbers are of characters. */
export type PatternError =
  | { why: "too-long" | "too-many"; most: number }
  | { why: "not-closed" | "not-opened" }
  | { why: "not-ascii"; token: string }
  /** @property classes the available ones, as `digit, hex` */
  | { why: "no-class"; token: string; classes: string }
  | { why: "bad-count"; token: string; most: number }
  /** It would match ordinary words and numbers; `loose`: words, because it has no fixed character. */
  | { why: "too-short" | "loose"; found: number; least: number };

/** `{class:count}`, or any one character. */
const TOKEN = /\{([^{}]*)\}|./gsu;

/**
 * Parses a template of fixed characters and counted classes, such as `auth0|{hex:24}`, `00u{alnum:17}` or `{digit:21}`.
 * After `identifier:`, such as `identifier: E-{digit:4}`, it matches identifiers, not subjects.
 */
export function parseSubjectPattern(template: string): SubjectPattern | { error: PatternError } {
  if (template.length > TEMPLATE_MAX) return { error: { why: "too-long", most: TEMPLATE_MAX } };
  const codes: number[] = [];
  const kind = IDENTIFIER.test(template) ? "identifier" : "subject";
  for (const [token, counted] of template.replace(IDENTIFIER, "").matchAll(TOKEN)) {
    const read = counted === undefined ? readLiteral(token) : readClass(token, counted);
    if ("error" in read) return read;
    if (codes.length + read.count > SUBJECT_MAX)
      return { error: { why: "too-many", most: SUBJECT_MAX } };
    for (let n = 0; n < read.count; n++) codes.push(read.allowed);
  }
  const error = shortfall(codes, kind);
  return error ? { error } : { kind, template, codes };
}

type Read = { allowed: number; count: number } | { error: PatternError };

function readLiteral(token: string): Read {
  if (token === "{") return { error: { why: "not-closed" } };
  if (token === "}") return { error: { why: "not-opened" } };
  // Subjects are ASCII (OpenID Connect Core 1.0, section 2), and a word has no spaces.
  if (!/[!-~]/.test(token)) return { error: { why: "not-ascii", token } };
  return { allowed: token.charCodeAt(0), count: 1 };
}

function readClass(token: string, counted: string): Read {
  const [name = "", digits, ...rest] = counted.split(":");
  if (!isClass(name))
    return { error: { why: "no-class", token, classes: Object.keys(CLASSES).join(", ") } };
  const count = rest.length === 0 && /^\d{1,3}$/.test(digits ?? "") ? Number(digits) : 0;
  if (count < 1 || count > SUBJECT_MAX)
    return { error: { why: "bad-count", token, most: SUBJECT_MAX } };
  return { allowed: codeOf(name), count };
}

function isClass(name: string): name is keyof typeof CLASSES {
  return Object.hasOwn(CLASSES, name);
}

function codeOf(name: keyof typeof CLASSES): number {
  const groups: readonly string[] = CLASSES[name].split(" ");
  return GROUPS.reduce(
    (code, group, n) => (groups.includes(group) ? code | (1 << n) : code),
    ANY_OF,
  );
}

function shortfall(
  codes: readonly number[],
  kind: SubjectPattern["kind"],
): PatternError | undefined {
  const fixed = codes.some((allowed) => allowed < ANY_OF);
  const loose = !fixed && codes.some((allowed) => allowed > codeOf("digit"));
  const short = fixed && kind === "identifier" ? IDENTIFIER_MIN : SUBJECT_MIN;
  const least = loose ? LOOSE_MIN : short;
  if (codes.length >= least) return undefined;
  return { why: loose ? "loose" : "too-short", found: codes.length, least };
}
