import { expect, test } from "vitest";
import { NEWS } from "../contract/news.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import {
  forgetInspections,
  lastInspected,
  leaveForPopup,
  pinInspected,
  pinnedInspected,
  rememberInspected,
  takeForPopup,
} from "./inspections.ts";

const ada = { kind: "email", value: "ada@example.com" } as const;
const grace = { kind: "email", value: "grace@example.com" } as const;

test("the side panel follows the last lookup, or stays with the pinned person", async () => {
  const area = memoryArea();
  expect(await lastInspected(area)).toBeUndefined();
  expect(await pinnedInspected(area)).toBeUndefined();
  await rememberInspected(area, ada);
  await pinInspected(area, ada);
  await rememberInspected(area, grace);
  expect(await lastInspected(area)).toEqual(grace);
  expect(await pinnedInspected(area)).toEqual(ada);
  await pinInspected(area, undefined);
  expect(await pinnedInspected(area)).toBeUndefined();
  expect(await lastInspected(area)).toEqual(grace);
});

test.each([
  { kind: "query", query: ada } as const,
  { kind: "search", text: "x".repeat(SEARCH_MAX_CHARS) } as const,
])("what the popup was opened for is returned once: a $kind", async (left) => {
  const area = memoryArea();
  await leaveForPopup(area, left);
  expect(await takeForPopup(area)).toEqual(left);
  expect(await takeForPopup(area)).toBeUndefined();
  expect(area.all()).toEqual({});
});

test.each([
  [
    "a text that is longer than any search",
    { kind: "search", text: "x".repeat(SEARCH_MAX_CHARS + 1) },
  ],
  ["nobody", { kind: "query" }],
  ["additional properties", { kind: "search", text: "Ada", query: ada }],
])("the popup ignores %s", async (_, left) => {
  const area = memoryArea();
  await leaveForPopup(area, left as never);
  expect(await takeForPopup(area)).toBeUndefined();
});

test("ignores people that can't be parsed", async () => {
  const area = memoryArea({ [NEWS.inspected]: "ada", [NEWS.pinned]: { kind: "email" } });
  expect(await lastInspected(area)).toBeUndefined();
  expect(await pinnedInspected(area)).toBeUndefined();
});

test("after clearing, no one is left, and nothing else is touched", async () => {
  const area = memoryArea({ token: "stays" });
  await rememberInspected(area, ada);
  await pinInspected(area, ada);
  await leaveForPopup(area, { kind: "query", query: ada });
  await forgetInspections(area);
  expect(area.all()).toEqual({ token: "stays" });
});
