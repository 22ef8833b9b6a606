import type { LooksLike, TextMentions, UnrecognizedLines } from "./contract/replies.ts";
import { type IdentifierShape, identifierShape } from "./identifier-shape.ts";
import { PASTED_MAX } from "./limits.ts";
import { findMentions, parseSubjectPattern, type SubjectPattern } from "./mentions/index.ts";
import { personKey } from "./person-key.ts";
import { PROVIDER_PATTERNS } from "./provider-patterns.ts";
import type { Query } from "./query.ts";
import { queryOf } from "./query-of.ts";

/** Maximum number of lines without a mention that are listed: people read through them. */
export const UNRECOGNIZED_MAX = 100;

/** Maximum characters of such a line: its beginning is enough to find it again. */
export const UNRECOGNIZED_MAX_CHARS = 120;

/** Maximum number of identifier shapes that are listed, most frequent first: any others are unlikely. */
const SHAPES_MAX = 3;

/** The people that a text mentions, each once. The text is processed here, and stored nowhere. */
export function mentionsInText(text: string, patterns: readonly SubjectPattern[]): TextMentions {
  const found = new Map<string, Query>();
  const mentions = findMentions(text, patterns);
  for (const mention of mentions) {
    const key = personKey(mention);
    if (!found.has(key)) found.set(key, queryOf(mention));
  }
  const listed = [...found.values()].slice(0, PASTED_MAX);
  return { listed, over: found.size - listed.length, unrecognized: linesWithout(mentions, text) };
}

/** The non-empty lines without a mention. @param mentions in the order of the text */
function linesWithout(
  mentions: readonly { start: number; end: number }[],
  text: string,
): UnrecognizedLines {
  const lines: string[] = [];
  const ofProviders = PROVIDER_PATTERNS.map(
    ({ provider, template }): LooksLike => ({
      kind: { is: "subject", provider },
      template,
      count: 0,
    }),
  );
  const ofShapes = new Map<string, LooksLike>();
  let count = 0;
  let next = 0;
  for (const { 0: line, index: start } of text.matchAll(/[^\r\n]+/g)) {
    const end = start + line.length;
    while ((mentions[next]?.end ?? end) <= start) next++;
    const isNamed = (mentions[next]?.start ?? end) < end;
    if (isNamed || line.trim() === "") continue;
    count++;
    if (lines.length < UNRECOGNIZED_MAX) lines.push(line.trim().slice(0, UNRECOGNIZED_MAX_CHARS));
    for (const like of ofProviders) if (fitsIn(line, like)) like.count++;
    const shape = identifierShape(line);
    if (shape) likeOf(ofShapes, shape).count++;
  }
  const shapes = [...ofShapes.values()].sort((a, b) => b.count - a.count).slice(0, SHAPES_MAX);
  return { lines, count, looksLike: [...ofProviders.filter((like) => like.count > 0), ...shapes] };
}

function likeOf(shapes: Map<string, LooksLike>, { template, example }: IdentifierShape): LooksLike {
  const known = shapes.get(template);
  if (known) return known;
  const like: LooksLike = { kind: { is: "identifier", example }, template, count: 0 };
  shapes.set(template, like);
  return like;
}

const PATTERNS = new Map<string, readonly SubjectPattern[]>(
  PROVIDER_PATTERNS.map(({ template }) => {
    const read = parseSubjectPattern(template);
    return [template, "error" in read ? [] : [read]];
  }),
);

/** Whether something in a line matches a provider's pattern. */
const fitsIn = (line: string, { template }: Pick<LooksLike, "template">) =>
  findMentions(line, PATTERNS.get(template)).some(({ kind }) => kind === "subject");
