import { expect, it } from "vitest";
import { PASTED_MAX } from "./limits.ts";
import { parseSubjectPattern, type SubjectPattern } from "./mentions/index.ts";
import { mentionsInText, UNRECOGNIZED_MAX, UNRECOGNIZED_MAX_CHARS } from "./mentions-in-text.ts";

const ID = "ab3def8hij2klm9opq5rst7uvw";

it("finds everyone in any text once, in order; addresses regardless of case", () => {
  const text = `"Ada" <ada@example.com>; ${ID},ADA@example.com\nmailto:bob@example.com ${ID}`;
  expect(mentionsInText(text, [])).toEqual({
    listed: [
      { kind: "email", value: "ada@example.com" },
      { kind: "id", value: ID },
      { kind: "email", value: "bob@example.com" },
    ],
    over: 0,
    unrecognized: { lines: [], count: 0, looksLike: [] },
  });
});

it("lists the lines without a mention, and counts them", () => {
  const text = [
    "Name;Address",
    "Ada;ada@example.com",
    "",
    "  E-1042  ",
    `x ${ID} y; E-1043`,
    "ada@example.com again",
    "\t",
    "the last",
  ].join("\r\n");
  expect(mentionsInText(text, []).unrecognized).toEqual({
    lines: ["Name;Address", "E-1042", "the last"],
    count: 3,
    looksLike: [
      {
        kind: { is: "identifier", example: "E-1042" },
        template: "identifier: E-{digit:4}",
        count: 1,
      },
    ],
  });
});

it("lists the first of many such lines, truncated", () => {
  const line = "x".repeat(UNRECOGNIZED_MAX_CHARS + 1);
  const { lines, count } = mentionsInText(
    `${line}\n`.repeat(UNRECOGNIZED_MAX + 5),
    [],
  ).unrecognized;
  expect(count).toBe(UNRECOGNIZED_MAX + 5);
  expect(lines).toHaveLength(UNRECOGNIZED_MAX);
  expect(lines[0]).toHaveLength(UNRECOGNIZED_MAX_CHARS);
});

it("recognizes providers' IDs in lines without a mention, unless there is a pattern for them", () => {
  const ids = ["auth0|0123456789abcdef01234567", "auth0|fedcba9876543210fedcba98"];
  const text = [...ids, "00uabcdefghij1234567", "109283746510293847561", "ada@example.com auth0|x"];
  const looksLike = (patterns: SubjectPattern[]) =>
    mentionsInText(text.join("\n"), patterns).unrecognized.looksLike.map(
      ({ kind, count }) => `${kind.is === "subject" ? kind.provider : kind.example} ${count}`,
    );
  expect(looksLike([])).toEqual(["Auth0 2", "Okta 1", "Google 1"]);
  expect(looksLike([parseSubjectPattern("auth0|{hex:24}") as SubjectPattern])).toEqual([
    "Okta 1",
    "Google 1",
  ]);
});

it("finds subjects with the user's patterns", () => {
  const text = "auth0|0123456789abcdef01234567";
  expect(mentionsInText(text, []).listed).toEqual([]);
  const pattern = parseSubjectPattern("auth0|{hex:24}") as SubjectPattern;
  expect(mentionsInText(text, [pattern]).listed).toEqual([{ kind: "subject", value: text }]);
});

it("lists the first of too many, and counts the others", () => {
  const text = Array.from({ length: PASTED_MAX + 7 }, (_, n) => `p${n}@example.com`).join();
  const { listed, over } = mentionsInText(text, []);
  expect(listed).toHaveLength(PASTED_MAX);
  expect(over).toBe(7);
});

it("recognizes possible employee numbers, most frequent first, unless there is a pattern for them", () => {
  const numbers = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${prefix}${1000 + n}`);
  const text = [
    ...numbers("E-", 2),
    ...numbers("EMP", 3),
    ...numbers("x_", 1),
    "no_00001",
    "No one",
  ];
  const looksLike = (patterns: SubjectPattern[]) =>
    mentionsInText([...text, "E-2001"].join("\n"), patterns).unrecognized.looksLike.map(
      ({ template, count }) => `${template} ${count}`,
    );
  expect(looksLike([])).toEqual([
    "identifier: E-{digit:4} 3",
    "identifier: EMP{digit:4} 3",
    "identifier: x_{digit:4} 1",
  ]);
  expect(looksLike([parseSubjectPattern("identifier: EMP{digit:4}") as SubjectPattern])).toEqual([
    "identifier: E-{digit:4} 3",
    "identifier: x_{digit:4} 1",
    "identifier: no_{digit:5} 1",
  ]);
});
