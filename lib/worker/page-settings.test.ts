import { expect, test } from "vitest";
import { HOVER_SHOW_MS } from "../limits.ts";
import { findMentions } from "../mentions/index.ts";
import { pageSettings, patternsOf } from "./page-settings.ts";

const NOTHING_OFF = { sitesOff: [] };

test.each([
  ["no settings", {}, { showMs: HOVER_SHOW_MS }],
  ["a delay", { hoverMs: 700 }, { showMs: 700 }],
  [
    "a modifier key, which needs no delay",
    { modifier: "Alt", hoverMs: 700 },
    { modifier: "Alt", showMs: 0 },
  ],
] as const)("with %s, pages get %j as %j", (_, settings, expected) => {
  expect(pageSettings({ ...NOTHING_OFF, ...settings })).toEqual({ ...expected, patterns: [] });
});

test("pages get nothing else that is stored", () => {
  const settings = { zone: { id: "acme" }, marks: ["https://tickets.example/*"], lockAfterMin: 5 };
  expect(Object.keys(pageSettings({ ...NOTHING_OFF, ...settings }))).toEqual([
    "showMs",
    "patterns",
  ]);
});

test("skips a template that can't be parsed, and keeps the others", () => {
  const { patterns } = pageSettings({ ...NOTHING_OFF, subjects: ["emp-{digit:6}", "{newer:4}"] });
  const found = findMentions("emp-123456", patterns);
  expect(patterns).toHaveLength(1);
  expect(found).toMatchObject([{ kind: "subject", value: "emp-123456" }]);
});

test("returns the patterns of the settings, or none if there are none", () => {
  expect(patternsOf({})).toEqual([]);
  expect(patternsOf({ subjects: ["a-{digit:6}", "b-{digit:6}"] })).toHaveLength(2);
});
