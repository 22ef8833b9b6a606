import fc from "fast-check";
import { expect, test } from "vitest";
import { anyAround, emailAround } from "./email.ts";

/** Addresses that are as plain as possible, and text that could make each something else. */
const before = [
  "",
  " ",
  "<",
  '"',
  "\n",
  ">",
  ".",
  "-",
  "é",
  "/",
  "\\",
  "[",
  "scp a ",
  "://x ",
  "@",
];
const local = [
  "ada",
  "a.b",
  "Ada_L",
  "a-b-c",
  "a-b-c-d",
  "IMCEAEX",
  "imceaA",
  "this",
  "git",
  "a..b",
];
const domain = [
  "example.com",
  "x.org",
  "a-b.c-d.net",
  "1.2.com",
  "v1.2.com",
  "x.txt",
  "x.html",
  "-a.com",
  "a--b.com",
  "xn--a.com",
  "X.com",
  "com",
];
const after = [
  "",
  " ",
  ".",
  "..",
  ".…",
  ". ",
  ".a",
  ">",
  ")",
  '"',
  ",",
  ";",
  ":",
  "-x",
  "_",
  "@b",
  "()",
  "é",
];
const piece = (of: string[]) => fc.oneof(fc.constantFrom(...of), fc.string({ maxLength: 3 }));
const long = fc.integer({ min: 1, max: 80 }).map((length) => "a".repeat(length));

test("finds plain addresses like any others", () => {
  let plain = 0;
  fc.assert(
    fc.property(
      piece(before),
      fc.oneof(piece(local), long),
      fc.oneof(
        piece(domain),
        long.map((label) => `${label}.com`),
      ),
      piece(after),
      (...[start, name, host, end]) => {
        const text = `${start}${name}@${host}${end}`;
        for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
          const found = emailAround(text, at);
          expect(found).toEqual(anyAround(text, at));
          if (found) plain++;
        }
      },
    ),
    { numRuns: 5_000 },
  );
  expect(plain).toBeGreaterThan(0);
});
