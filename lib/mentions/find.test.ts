import { describe, expect, test } from "vitest";
import { domainIn } from "./domain.ts";
import { findMentions, mentionAt, parseSubjectPattern } from "./index.ts";
import type { SubjectPattern } from "./subject.ts";

const ID = "ab3def8hij2klm9opq5rst7uvw";

function pattern(template: string): SubjectPattern {
  const read = parseSubjectPattern(template);
  if ("error" in read) throw new Error(read.error.why);
  return read;
}

const values = (text: string, ...templates: string[]) =>
  findMentions(text, templates.map(pattern)).map(({ value }) => value);

describe("short texts", () => {
  test.each([
    ["a@b.co", ["a@b.co"]],
    ["a@b.c", []],
    [ID, [ID]],
    [ID.slice(1), []],
  ])("%j contains %j", (text, found) => {
    expect(values(text)).toEqual(found);
  });

  test("are searched for the shortest of several patterns", () => {
    expect(values("12345678", "{digit:21}", "{digit:8}")).toEqual(["12345678"]);
    expect(values("1234567", "{digit:21}", "{digit:8}")).toEqual([]);
  });
});

describe("far into a long text", () => {
  const filler = "word ".repeat(300);
  const text = `@ ${filler}ada@example.com ${ID} ${filler}`;

  test("a mention is found whatever precedes it", () => {
    expect(values(text)).toEqual(["ada@example.com", ID]);
  });

  test("it is found at its own offset too", () => {
    const [email, id] = findMentions(text);
    expect(mentionAt(text, email?.start ?? 0)).toEqual(email);
    expect(mentionAt(text, (id?.end ?? 0) - 1)).toEqual(id);
    expect(mentionAt(text, (email?.start ?? 0) - 1)).toBeUndefined();
  });

  test("an address is found at its end, however long it is", () => {
    const domain = `${"a\u00ad".repeat(12)}${"b".repeat(48)}.${"c.".repeat(90)}com`;
    const long = `${filler}${"a".repeat(64)}@${domain}`;
    const [mention] = findMentions(long);
    expect(mention?.end).toBe(long.length);
    expect(mentionAt(long, long.length)).toEqual(mention);
    expect(mentionAt(long, mention?.start ?? 0)).toEqual(mention);
  });
});

describe("text that is longer than anyone writes", () => {
  test.each([
    ["a domain that continues after its hyphens", `ada@example.com${"-".repeat(300)}x`],
    ["a local part that starts before what is read", `b${"a".repeat(100)}@example.com`],
  ])("%s isn't truncated", (_, text) => {
    expect(values(text)).toEqual([]);
  });

  test("what ends within the part that is read is found", () => {
    expect(values(`ada@example.com${"-".repeat(50)} x`)).toEqual(["ada@example.com"]);
    expect(values(`${"a\u00ad".repeat(64)}@example.com`)).toEqual([
      `${"a".repeat(64)}@example.com`,
    ]);
  });
});

describe("a word that follows a domain without a space", () => {
  test.each([
    ["example.comPhone", "example.com"],
    ["example.com.Thanks", "example.com"],
    ["example.com-Konto", "example.com"],
    ["example.comCompany", "example.com"],
    ["Example.comPhone", "Example.com"],
    // A word that continues with a dot doesn't count.
    ["example.comPhone.de", "example.comPhone.de"],
    ["example.Com", "example.Com"],
  ])("%j: %j", (run, domain) => {
    expect(domainIn(run)).toBe(domain);
  });
});

describe("the surroundings of an address", () => {
  test.each([
    ["[ada@example.com] see [a b]#", ["ada@example.com"]],
    ["(root@web.example.com ~]# ls", ["root@web.example.com"]],
    ["x [root@web.example.com ~]# ls", []],
    ["docs/team/ada@EXAMPLE.COM", ["ada@EXAMPLE.COM"]],
    ["as h/web.example.com@EXAMPLE.COM", []],
    ["git@example.com, see a/b", ["git@example.com"]],
    ["git@example.com/a", []],
  ])("%j contains %j", (text, found) => {
    expect(values(text)).toEqual(found);
  });
});

test("mentions are in the order of the text", () => {
  expect(values(`${ID} ada@example.com ${ID}`)).toEqual([ID, "ada@example.com", ID]);
});

test("of two subjects with the same length, the earlier one stays", () => {
  expect(values("aaaa|bbbb|cccc", "bbbb|cccc", "aaaa|bbbb")).toEqual(["aaaa|bbbb"]);
});

test.each("{}|~:/`@[".match(/./g) ?? [])("%s isn't part of an ID", (sign) => {
  expect(values(`${sign}${ID}${sign}`)).toEqual([ID]);
  expect(values(`${sign}${ID.slice(1)}`)).toEqual([]);
  expect(values(`${ID.slice(0, 12)}${sign}${ID.slice(13)}`)).toEqual([]);
});

test("a subject matches from its first character on", () => {
  expect(values("x1234567 1234567x 12345678", "{digit:8}")).toEqual(["12345678"]);
});

describe("templates at their limits", () => {
  test("512 characters, 128 of a subject", () => {
    const longest = `${"{digit:1}".repeat(56)}${"a".repeat(8)}`;
    expect(parseSubjectPattern(longest)).toMatchObject({ template: longest });
    expect(parseSubjectPattern(`${longest}a`)).toEqual({ error: { why: "too-long", most: 512 } });
    expect(parseSubjectPattern("{hex:128}")).toMatchObject({ template: "{hex:128}" });
    expect(parseSubjectPattern("{hex:64}{hex:64}")).toMatchObject({ template: "{hex:64}{hex:64}" });
  });

  test("8 with a fixed character or only digits, 16 with only letters", () => {
    for (const template of ["{digit:8}", "a{lower:7}", "{lower:16}"])
      expect(parseSubjectPattern(template)).toMatchObject({ template });
  });
});
