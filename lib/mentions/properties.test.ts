import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unescaped } from "./escapes.ts";
import { findMentions, type Mention, mentionAt, parseSubjectPattern } from "./index.ts";
import { visible } from "./invisible.ts";
import type { SubjectPattern } from "./subject.ts";

function pattern(template: string): SubjectPattern {
  const read = parseSubjectPattern(template);
  if ("error" in read) throw new Error(read.error.why);
  return read;
}

const patterns = ["auth0|{hex:24}", "00u{alnum:17}", "{digit:21}", "{lower:20}@x.example"].map(
  pattern,
);

/** Pieces that come close to mentions, break them, or exceed every limit. */
const pieces = [
  ..."ab9.@-_+=/:;,'\"<>()[]{}|*~&%#!?\\$ \n\t",
  ..."éя用のก…•’\u00ad\u200b\u200d\u202e\u0301\ufe0f",
  "📧",
  "\ud800",
  "ada@example.com",
  "ada.lovelace",
  "@example",
  ".com",
  "email=",
  "https://",
  "mailto:",
  "%2F",
  "%40",
  "\\n",
  "\\u003c",
  "[32m",
  "bounces-",
  "00Z!",
  "=20",
  "***",
  "b'",
  "@mail.gmail.com",
  "#EXT#",
  "ab3def8hij2klm9opq5rst7uvw",
  "ab3def8hij2",
  "auth0|5f7c8ec7c33c6c004bbafe82",
  "00uabcdefghij1234567",
  "123456789012345678901",
  "a".repeat(64),
  "a.".repeat(120),
  "\u200b".repeat(8),
  "\u200b".repeat(60),
  "\ufe0f",
  "\u{e0100}",
  "%7C",
  "&#124;",
  "…",
  "...",
  "Thanks",
  "COM",
  "•",
  "{color}",
  "token=",
  "-".repeat(130),
  "の".repeat(150),
];

const texts = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...pieces) },
      fc.string(),
      fc.string({ unit: "binary" }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(""));

describe("in any text", () => {
  test("mentions are in order, don't overlap, and equal the text at their offsets", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const mention of findMentions(text, patterns)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          const written = visible(text.slice(mention.start, mention.end));
          expect(mention.kind === "subject" ? unescaped(written).text : written).toBe(
            mention.value,
          );
          expect(visible(text.charAt(mention.start))).not.toBe("");
          expect(visible(text.charAt(mention.end - 1))).not.toBe("");
          end = mention.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("a mention by itself is the same mention", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { kind, value } of findMentions(text, patterns))
          expect(findMentions(value, patterns)).toEqual([
            { kind, value, start: 0, end: value.length },
          ]);
      }),
      { numRuns: 1000 },
    );
  });

  test("mentionAt finds at each offset what findMentions finds there", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const mentions = findMentions(text, patterns);
        const step = text.length > 400 ? 13 : 1;
        for (let offset = 0; offset <= text.length; offset += step)
          expect(mentionAt(text, offset, patterns)).toEqual(covering(mentions, offset));
        for (const { start, end } of mentions)
          for (const offset of [start - 1, start, end, end + 1])
            expect(mentionAt(text, offset, patterns)).toEqual(covering(mentions, offset));
      }),
      { numRuns: 300 },
    );
  });

  test("mentionAt accepts any offset", () => {
    for (const offset of [-1, 16, 1e9, Number.NaN, Number.POSITIVE_INFINITY])
      expect(mentionAt("ada@example.com", offset)).toBeUndefined();
  });
});

function covering(mentions: readonly Mention[], offset: number): Mention | undefined {
  return mentions.find(({ start, end }) => start <= offset && offset <= end);
}

describe("an address", () => {
  const word = fc.stringMatching(/^[a-z\d]{1,12}$/);
  const letters = fc.stringMatching(/^[a-z]{2,6}$/);
  const addresses = fc
    .tuple(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(".", "-", "_", "+"),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      letters,
    )
    .map(([local, sign, domain, top]) => `${local.join(sign)}@${domain.join(".")}.${top}`)
    // Names of files and versions are not addresses, and "=20" may be a space in quoted-printable.
    .filter((address) => findMentions(address).length === 1 && !address.startsWith("20"));

  const wraps = [
    ...("()[]<>{\"'`*_~|,;:!?#&+=/^-".match(/./g)?.map((sign) => [sign, sign]) ?? []),
    ...[
      "()",
      "[]",
      "<>",
      "{}",
      "“”",
      "‘’",
      "«»",
      "‹›",
      "„“",
      "「」",
      "『』",
      "【】",
      "（）",
      "《》",
    ].map((pair) => [...pair]),
    ...(" \n\t\u00a0\u3000、。，．！？：；—–•·".match(/./gs)?.map((sign) => [" ", sign]) ?? []),
    ["**", "**"],
    ["__", "__"],
    ["~~", "~~"],
    ["```", "```"],
    ["mailto:", "?subject=x"],
    ["email=", "&x=1"],
    ["<mailto:", ">"],
    ['"Ada" <', ">,"],
    ["&lt;", "&gt;"],
    ["お問い合わせは", "まで"],
    ["메일은 ", "으로"],
    ["\u2068", "\u2069"],
    ["\u200b", "\u200b"],
    ["📧", "📧"],
    ["(", ")."],
    ["", "’s"],
    ["", "'s"],
    ["die ", "-Adresse"],
    ["", "Phone:"],
    ['"\\n', '\\n"'],
  ];

  test.each(wraps)("between %j and %j is found unchanged", (before, after) => {
    fc.assert(
      fc.property(addresses, (address) => {
        const text = `${before}${address}${after}`;
        const start = before?.length ?? 0;
        expect(findMentions(text)).toEqual([
          { kind: "email", value: address, start, end: start + address.length },
        ]);
      }),
      { numRuns: 25 },
    );
  });
});
