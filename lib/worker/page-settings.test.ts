import { expect, test } from "vitest";
import { HOVER_SHOW_MS } from "../limits.ts";
import { findMentions } from "../mentions/index.ts";
import { pageSettings, patternsOf } from "./page-settings.ts";

const NOTHING_OFF = { sitesOff: [] };

test.each([
  ["nothing set", {}, { showMs: HOVER_SHOW_MS }],
  ["a time", { hoverMs: 700 }, { showMs: 700 }],
  [
    "a key, which leaves nothing to wait for",
    { modifier: "Alt", hoverMs: 700 },
    { modifier: "Alt", showMs: 0 },
  ],
] as const)("with %s, pages are told %j as %j", (_, settings, expected) => {
  expect(pageSettings({ ...NOTHING_OFF, ...settings })).toEqual({ ...expected, patterns: [] });
});

test("pages are told nothing else that is stored", () => {
  const settings = { zone: { id: "acme" }, marks: ["https://tickets.example/*"], lockAfterMin: 5 };
  expect(Object.keys(pageSettings({ ...NOTHING_OFF, ...settings }))).toEqual([
    "showMs",
    "patterns",
  ]);
});

test("a template that cannot be read is passed over, and the others hold", () => {
  const { patterns } = pageSettings({ ...NOTHING_OFF, subjects: ["emp-{digit:6}", "{newer:4}"] });
  const found = findMentions("emp-123456", patterns);
  expect(patterns).toHaveLength(1);
  expect(found).toMatchObject([{ kind: "subject", value: "emp-123456" }]);
});

test("the patterns are those that are set, and none where none are", () => {
  expect(patternsOf({})).toEqual([]);
  expect(patternsOf({ subjects: ["a-{digit:6}", "b-{digit:6}"] })).toHaveLength(2);
});
