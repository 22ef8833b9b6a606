import { expect, test } from "vitest";
import { LISTED_MAX } from "../limits.ts";
import { ada } from "./examples.ts";
import { frameMarks, frameMentions } from "./page-mentions.ts";

/** What a document returns: a page that has taken over its content script can return anything. */
const mention = { query: ada, count: 1 };
const mentions = (count: number) => Array.from({ length: count }, () => mention);

test.each<[string, object]>([
  ["nobody", { mentions: [], more: false }],
  ["someone, many times", { mentions: [{ query: ada, count: 1e6 }], more: false }],
  ["the maximum number", { mentions: mentions(LISTED_MAX), more: true }],
])("accepts a document's mentions: %s", (_, given) => {
  expect(frameMentions.safeParse(given).data).toEqual(given);
});

test.each<[string, unknown]>([
  ["undefined", undefined],
  ["more than the maximum", { mentions: mentions(LISTED_MAX + 1), more: true }],
  ["no list", { more: false }],
  ["without whether there are more", { mentions: [] }],
  ["a mention that doesn't occur", { mentions: [{ query: ada, count: 0 }], more: false }],
  ["a fraction of a mention", { mentions: [{ query: ada, count: 0.5 }], more: false }],
  ["a mention without a count", { mentions: [{ query: ada }], more: false }],
  ["a mention of no one", { mentions: [{ count: 1 }], more: false }],
  ["an additional property", { mentions: [], more: false, further: 1 }],
  [
    "a mention with an additional property",
    { mentions: [{ ...mention, name: "Ada" }], more: false },
  ],
])("refuses a document's mentions: %s", (_, given) => {
  expect(frameMentions.safeParse(given).success).toBe(false);
});

test("the underlines of a document are counted, and all drawn, or capped, or paused", () => {
  for (const lines of ["all", "capped", "resting"])
    expect(frameMarks.safeParse({ count: 3, lines }).data).toEqual({ count: 3, lines });
  for (const wrong of [{ count: 3 }, { lines: "all" }, { count: 3, lines: "" }])
    expect(frameMarks.safeParse(wrong).success).toBe(false);
  expect(frameMarks.safeParse({ count: 3, lines: "all", more: 1 }).success).toBe(false);
});
