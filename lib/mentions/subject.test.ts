import { describe, expect, test } from "vitest";
import { findMentions, mentionAt, parseSubjectPattern } from "./index.ts";
import type { SubjectPattern } from "./subject.ts";

function pattern(template: string): SubjectPattern {
  const read = parseSubjectPattern(template);
  if ("error" in read) throw new Error(read.error.why);
  return read;
}

describe("text that matches a template", () => {
  const AUTH0 = "auth0|5f7c8ec7c33c6c004bbafe82";
  const ID = "ab3def8hij2klm9opq5rst7uvw";

  test.each([
    ["auth0|{hex:24}", `⟦${AUTH0}⟧`],
    ["auth0|{hex:24}", `sub=⟦${AUTH0}⟧, "⟦${AUTH0}⟧"/⟦${AUTH0}⟧.`],
    ["auth0|{hex:24}", `x${AUTH0} ${AUTH0}x ${AUTH0}- _${AUTH0} ${AUTH0}é 用${AUTH0}`],
    ["auth0|{hex:24}", `AUTH0|5f7c8ec7c33c6c004bbafe82 auth0|5f7c8ec7c33c6c004bbafe8g`],
    ["auth0|{hex:24}", `auth0auth0|auth0|5f7c8ec7c33c6c004bbafe8`],
    ["auth0|{hex:24}", `${AUTH0}@example.com`.replace(/(?<=\|).*/, "⟦$&⟧")],
    ["00u{alnum:17}", "Okta ⟦00uabcdefghij1234567⟧ and 00uabcdefghij12345678"],
    ["{digit:21}", "google-oauth2|⟦123456789012345678901⟧ 1234567890123456789012"],
    ["{digit:8}", "⟦12345678⟧ 123456789 ⟦12345678⟧\n⟦12345678⟧"],
    ["{digit:8}", "é12345678 ١٢٣٤٥٦٧٨ ⟦12345678⟧。"],
    ["{digit:8}", "%2F⟦12345678⟧%2f⟦12345678⟧"],
    ["{upper:2}-{lower:3}{letter:3}", "⟦AB-cdeFgh⟧ ab-cdefgh AB-cdeFg1"],
    ["{base64url:20}", "⟦ab-_ab-_ab-_ab-_ab-_⟧ =abab"],
    ["usr.{base36:8}!", "⟦usr.a1b2c3d4!⟧ usr.a1b2c3d4"],
    // Better than the ID within it, because it is longer. The ID is better than the same text as a subject.
    ["user|{base36:26}", `⟦user|${ID}⟧`],
  ])("%j in %j", (template, marked) => {
    const text = marked.replace(/[⟦⟧]/g, "");
    const expected = [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(([, value]) => value);
    const found = findMentions(text, [pattern(template)]);
    expect(found.map(({ value }) => value)).toEqual(expected);
    expect(found.every(({ start, end, value }) => text.slice(start, end) === value)).toBe(true);
  });

  test("an ID is an ID even if it matches a template", () => {
    expect(findMentions(ID, [pattern("{base36:26}")])).toEqual([
      { kind: "id", value: ID, start: 0, end: 26 },
    ]);
  });

  test("an address is an address even if a template matches more", () => {
    const text = "user|ada@example.com|x";
    expect(findMentions(text, [pattern("user|{lower:3}@example.com|x")])).toEqual([
      { kind: "email", value: "ada@example.com", start: 5, end: 20 },
    ]);
  });

  test("of two that overlap, the longer one wins", () => {
    const found = findMentions(
      "aaaa|bbbbbbbb|cc",
      ["aaaa|{lower:8}", "{lower:8}|cc", "aaaa|{lower:8}|cc"].map(pattern),
    );
    expect(found.map(({ value }) => value)).toEqual(["aaaa|bbbbbbbb|cc"]);
  });

  test("a pattern is plain data", () => {
    const read: unknown = JSON.parse(JSON.stringify(pattern("{digit:21}")));
    expect(findMentions("123456789012345678901", [read as SubjectPattern])).toHaveLength(1);
  });
});

describe("a subject as pages encode it", () => {
  const HEX = "5f7c8ec7c33c6c004bbafe82";

  test.each([
    `auth0%7C${HEX}`,
    `auth0%7c${HEX}`,
    `auth0%257C${HEX}`,
    `auth0&#124;${HEX}`,
    `auth0&#0124;${HEX}`,
    `auth0&#x7c;${HEX}`,
    `auth0&#X7C;${HEX}`,
    `auth0\\u007c${HEX}`,
    `auth0\\u007C${HEX}`,
    `auth0\u200b|${HEX}`,
    `auth0|5f7c8ec7\u00adc33c6c004bbafe82`,
    `auth0|5f7c8ec7\u{e0100}c33c6c004bbafe82`,
    `aut\ufe0fh0%7C\u2060${HEX}`,
    `auth0%\u200b7C${HEX}`,
  ])("%j", (written) => {
    const patterns = [pattern("auth0|{hex:24}")];
    const text = `/users/${written}/edit?x=%2F`;
    const subject = {
      kind: "subject",
      value: `auth0|${HEX}`,
      start: 7,
      end: 7 + written.length,
    };
    expect(findMentions(text, patterns)).toEqual([subject]);
    for (const offset of [7, 14, 7 + written.length])
      expect(mentionAt(text, offset, patterns)).toEqual(subject);
  });

  test.each([
    [`users%2Fauth0%7C${HEX}%2Fx`, [`auth0|${HEX}`]],
    [`q=%22auth0|${HEX}%22`, [`auth0|${HEX}`]],
    [`auth0%7C${HEX}0`, []],
    [`x%61auth0%7C${HEX}`, []],
    [`auth0%20|${HEX}`, []],
    [`auth0%C3%A9|${HEX}`, []],
    [`auth0%7C%7C${HEX}`, []],
    [`session=auth0%7C${HEX}`, []],
    [`"token":"auth0|${HEX}"`, []],
    [`user=auth0|${HEX}`, [`auth0|${HEX}`]],
  ])("%j: %j", (text, found) => {
    expect(findMentions(text, [pattern("auth0|{hex:24}")]).map(({ value }) => value)).toEqual(
      found,
    );
  });
});

describe("invalid templates", () => {
  test.each([
    ["", { why: "too-short", found: 0, least: 8 }],
    ["a", { why: "too-short", found: 1, least: 8 }],
    ["{digit:7}", { why: "too-short", found: 7, least: 8 }],
    ["{lower:15}", { why: "loose", found: 15, least: 16 }],
    ["{hex:24", { why: "not-closed" }],
    ["hex:24}", { why: "not-opened" }],
    ["{hex}", { why: "bad-count", token: "{hex}", most: 128 }],
    ["{hex:}", { why: "bad-count", token: "{hex:}", most: 128 }],
    ["{hex:0}", { why: "bad-count", token: "{hex:0}", most: 128 }],
    ["{hex:-1}", { why: "bad-count", token: "{hex:-1}", most: 128 }],
    ["{hex:1.5}", { why: "bad-count", token: "{hex:1.5}", most: 128 }],
    ["{hex:129}", { why: "bad-count", token: "{hex:129}", most: 128 }],
    ["{hex:1:2}", { why: "bad-count", token: "{hex:1:2}", most: 128 }],
    ["{hex:1e2}", { why: "bad-count", token: "{hex:1e2}", most: 128 }],
    [
      "{word:24}",
      { why: "no-class", token: "{word:24}", classes: expect.stringMatching(/^digit, hex, /) },
    ],
    ["{:24}", { why: "no-class", token: "{:24}", classes: expect.stringMatching(/^digit, hex, /) }],
    [
      "{toString:24}",
      { why: "no-class", token: "{toString:24}", classes: expect.stringMatching(/^digit, hex, /) },
    ],
    [
      "{HEX:24}",
      { why: "no-class", token: "{HEX:24}", classes: expect.stringMatching(/^digit, hex, /) },
    ],
    ["auth0 {hex:24}", { why: "not-ascii", token: " " }],
    ["bänutzer|{hex:24}", { why: "not-ascii", token: "ä" }],
    ["📧{hex:24}", { why: "not-ascii", token: "📧" }],
    ["\ud800{hex:24}", { why: "not-ascii", token: "\ud800" }],
    ["{hex:128}{hex:1}", { why: "too-many", most: 128 }],
    ["a".repeat(129), { why: "too-many", most: 128 }],
    ["a".repeat(100_000), { why: "too-long", most: 512 }],
  ])("%j", (template, error) => {
    expect(parseSubjectPattern(template)).toEqual({ error });
  });
});

describe("identifiers", () => {
  test.each([
    ["identifier: E-{digit:4}", "ask E-1042, not E-10425", ["E-1042"]],
    ["identifier:{digit:8}", "number 10420001", ["10420001"]],
    ["subject-{digit:4}", "subject-1042", []],
  ])("with %j in %j", (template, text, values) => {
    const pattern = parseSubjectPattern(template);
    if ("error" in pattern) throw new Error(pattern.error.why);
    const found = findMentions(text, [pattern]).filter(({ kind }) => kind === "identifier");
    expect(found.map(({ value }) => value)).toEqual(values);
  });

  test.each([
    ["identifier: E-{digit:3}", { why: "too-short", found: 5, least: 6 }],
    ["identifier: {digit:7}", { why: "too-short", found: 7, least: 8 }],
    ["identifier: {alnum:8}", { why: "loose", found: 8, least: 16 }],
    ["identifier:", { why: "too-short", found: 0, least: 8 }],
  ])("%j matches too much", (template, error) => {
    expect(parseSubjectPattern(template)).toEqual({ error });
  });
});
