import { expect, test } from "vitest";
import { LISTED_MAX } from "../limits.ts";
import { ada } from "./examples.ts";
import { frameMarks, frameMentions } from "./page-mentions.ts";

/** What a document answers: a page that has taken over its content script may write anything there. */
const mention = { query: ada, count: 1 };
const mentions = (count: number) => Array.from({ length: count }, () => mention);

test.each<[string, object]>([
  ["nobody", { mentions: [], more: false }],
  ["somebody, often", { mentions: [{ query: ada, count: 1e6 }], more: false }],
  ["as many as are listed", { mentions: mentions(LISTED_MAX), more: true }],
])("a document's mentions: %s", (_, given) => {
  expect(frameMentions.safeParse(given).data).toEqual(given);
});

test.each<[string, unknown]>([
  ["undefined", undefined],
  ["more than are listed", { mentions: mentions(LISTED_MAX + 1), more: true }],
  ["no list", { more: false }],
  ["not whether there are more", { mentions: [] }],
  ["a mention that doesn't occur", { mentions: [{ query: ada, count: 0 }], more: false }],
  ["half a mention", { mentions: [{ query: ada, count: 0.5 }], more: false }],
  ["a mention without a count", { mentions: [{ query: ada }], more: false }],
  ["a mention of nobody", { mentions: [{ count: 1 }], more: false }],
  ["a member more", { mentions: [], more: false, further: 1 }],
  ["a mention with a member more", { mentions: [{ ...mention, name: "Ada" }], more: false }],
])("no document's mentions: %s", (_, given) => {
  expect(frameMentions.safeParse(given).success).toBe(false);
});

test("a document's lines are all drawn, or capped, or at rest, and counted", () => {
  for (const lines of ["all", "capped", "resting"])
    expect(frameMarks.safeParse({ count: 3, lines }).data).toEqual({ count: 3, lines });
  for (const wrong of [{ count: 3 }, { lines: "all" }, { count: 3, lines: "" }])
    expect(frameMarks.safeParse(wrong).success).toBe(false);
  expect(frameMarks.safeParse({ count: 3, lines: "all", more: 1 }).success).toBe(false);
});
