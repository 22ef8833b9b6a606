import { ANY_OF, GROUPS, SUBJECT_MAX, type SubjectPattern } from "./subject.ts";

/** Shorter ones would fit ordinary words and numbers on every page. */
const SUBJECT_MIN = 8;

/** A template of letters without anything fixed fits words; few words are as long as this. */
const LOOSE_MIN = 16;

/** Long enough for the longest subject with every character written as a class of its own. */
const TEMPLATE_MAX = 512;

/** The classes, and the groups of characters (`GROUPS`) that each is made of. */
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

/** `{class:count}`, or any one character. */
const TOKEN = /\{([^{}]*)\}|./gsu;

/**
 * Reads a template of fixed characters and counted classes, such as `auth0|{hex:24}`, `00u{alnum:17}` or
 * `{digit:21}`. The error is a sentence for the person who wrote the template.
 */
export function parseSubjectPattern(template: string): SubjectPattern | { error: string } {
  if (template.length > TEMPLATE_MAX)
    return { error: `The pattern is too long: at most ${TEMPLATE_MAX} characters are allowed.` };
  const codes: number[] = [];
  for (const [token, counted] of template.matchAll(TOKEN)) {
    const read = counted === undefined ? readLiteral(token) : readClass(token, counted);
    if ("error" in read) return read;
    if (codes.length + read.count > SUBJECT_MAX)
      return { error: `The pattern stands for more than ${SUBJECT_MAX} characters.` };
    for (let n = 0; n < read.count; n++) codes.push(read.allowed);
  }
  const tooShort = shortfall(codes);
  return tooShort ? { error: tooShort } : { template, codes };
}

type Read = { allowed: number; count: number } | { error: string };

function readLiteral(token: string): Read {
  if (token === "{")
    return { error: 'A "{" is not closed. Write a class as {hex:24}: its name, a colon, a count.' };
  if (token === "}") return { error: 'A "}" has no "{" before it.' };
  // Subjects are ASCII (OpenID Connect Core 1.0, section 2), and a word has no spaces.
  if (!/^[!-~]$/.test(token))
    return {
      error: `${JSON.stringify(token)} cannot be in a subject. Only letters A to Z, digits and ASCII signs can, without spaces.`,
    };
  return { allowed: token.charCodeAt(0), count: 1 };
}

function readClass(token: string, counted: string): Read {
  const [name = "", digits, ...rest] = counted.split(":");
  if (!isClass(name))
    return {
      error: `${token}: there is no class ${JSON.stringify(name)}. Use one of ${Object.keys(CLASSES).join(", ")}.`,
    };
  const count = rest.length === 0 && /^\d{1,3}$/.test(digits ?? "") ? Number(digits) : 0;
  if (count < 1 || count > SUBJECT_MAX)
    return {
      error: `${token}: the count must be a number from 1 to ${SUBJECT_MAX}, as in {${name}:24}.`,
    };
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

function shortfall(codes: readonly number[]): string | undefined {
  const loose =
    codes.every((allowed) => allowed >= ANY_OF) &&
    codes.some((allowed) => allowed > codeOf("digit"));
  const least = loose ? LOOSE_MIN : SUBJECT_MIN;
  if (codes.length >= least) return undefined;
  const found = `The pattern stands for ${codes.length} character${codes.length === 1 ? "" : "s"}.`;
  return loose
    ? `${found} Without fixed characters it needs at least ${least}, or it would fit ordinary words.`
    : `${found} It needs at least ${least}, or it would fit ordinary words and numbers.`;
}
