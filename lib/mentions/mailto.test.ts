import fc from "fast-check";
import { expect, test } from "vitest";
import { mentionFromMailto } from "./mailto.ts";

test.each([
  ["mailto:ada@example.com", "ada@example.com"],
  ["MAILTO:Ada@Example.com", "Ada@Example.com"],
  [" mailto:ada@example.com ", "ada@example.com"],
  ["mailto://ada@example.com", "ada@example.com"],
  ["mailto:ada@example.com?subject=Hello%20you&body=x@y.example", "ada@example.com"],
  ["mailto:ada@example.com#top", "ada@example.com"],
  ["mailto:ada@example.com&subject=Hello", "ada@example.com"],
  ["mailto:ada@example.com,grace@example.com", "ada@example.com"],
  ["mailto:ada@example.com;grace@example.com", "ada@example.com"],
  ["mailto:ada@example.com%2Cgrace@example.com", "ada@example.com"],
  ["mailto:ada%40example.com", "ada@example.com"],
  ["mailto:%20ada@example.com%20", "ada@example.com"],
  ["mailto:ada%2Btest@example.com", "ada+test@example.com"],
  ["mailto:ada+test@example.com", "ada+test@example.com"],
  ["mailto:o'brien@example.com", "o'brien@example.com"],
  ["mailto:r%26d@example.com", "r&d@example.com"],
  ["mailto:r&d@example.com", "r&d@example.com"],
  ["mailto:-ada@example.com", "-ada@example.com"],
  ["mailto:a=b/c@example.com", "a=b/c@example.com"],
  ["mailto:ada%80@example.com", "ada%80@example.com"],
  ["mailto:m%C3%BCller@ex%C3%A4mple.de", "müller@exämple.de"],
  ["mailto:%E2%80%8Bada@example.com", "ada@example.com"],
  ["mailto:Ada%20Lovelace%20%3Cada@example.com%3E", "ada@example.com"],
  ["mailto:Lovelace%2C%20Ada%20%3Cada@example.com%3E", "ada@example.com"],
  ["mailto:?to=ada@example.com", "ada@example.com"],
  ["mailto:?subject=x&to=ada@example.com&cc=grace@example.com", "ada@example.com"],
])("%j", (href, value) => {
  expect(mentionFromMailto(href)).toEqual({ kind: "email", value });
});

test.each([
  "",
  "mailto:",
  "mailto:?subject=ada@example.com",
  "mailto:?cc=ada@example.com",
  "mailto:ada",
  "mailto:ada@localhost",
  "mailto:@example.com",
  "mailto:john doe@example.com",
  "mailto:%22john%20doe%22@example.com",
  "mailto:a@b@example.com",
  "mailto:a..b@example.com",
  "mailto:ab..c@example.com",
  "mailto:ab.@example.com",
  "mailto:ada@-example.com",
  "mailto:example.com",
  "mailto:.a@example.com",
  "mailto:a.@example.com",
  "mailto:ada@example.com.png",
  "mailto:ada%0A@example.com",
  "mailto:ada%80@example.com%",
  "mailto:%ada@example.com%zz",
  `mailto:${"a".repeat(65)}@example.com`,
  `mailto:ada@${"a.".repeat(1000)}com`,
  "https://example.com/mailto:ada@example.com",
  "xmailto:ada@example.com",
  "ada@example.com",
  "javascript:ada@example.com",
])("no address in %j", (href) => {
  expect(mentionFromMailto(href)).toBeUndefined();
});

test("takes anything", () => {
  fc.assert(
    fc.property(fc.string(), (rest) => {
      const mention = mentionFromMailto(`mailto:${rest}`);
      expect(mention === undefined || mention.value.includes("@")).toBe(true);
    }),
  );
});
