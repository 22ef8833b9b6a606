import { expect, it } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { forgetSearched, rememberSearched, SEARCHED_TABS_MAX, searchedOver } from "./searched.ts";

it("keeps the last search of each tab, until it is cleared", async () => {
  const area = memoryArea();
  await rememberSearched(area, 1, "ada");
  await rememberSearched(area, 2, "grace");
  await rememberSearched(area, 1, "alan");
  expect(await searchedOver(area, 1)).toMatchObject({ text: "alan" });
  expect(await searchedOver(area, 2)).toMatchObject({ text: "grace" });
  await rememberSearched(area, 1, "");
  expect(await searchedOver(area, 1)).toBeUndefined();
  await forgetSearched(area);
  expect(await searchedOver(area, 2)).toBeUndefined();
});

it("keeps the selection that a search has begun with, until it is cleared", async () => {
  const area = memoryArea();
  await rememberSearched(area, 1, "ada", "ada");
  await rememberSearched(area, 1, "grace");
  expect(await searchedOver(area, 1)).toMatchObject({ text: "grace", selected: "ada" });
  await rememberSearched(area, 1, "");
  await rememberSearched(area, 1, "alan");
  expect(await searchedOver(area, 1)).toEqual({ tabId: 1, text: "alan" });
});

it("leaves nothing where nobody is searched for, as at the end of every tab", async () => {
  const area = memoryArea();
  await rememberSearched(area, 1, "");
  expect(await area.get(null)).toEqual({});
  await rememberSearched(area, 1, "ada");
  await rememberSearched(area, 1, "");
  expect(await area.get(null)).toEqual({});
});

it("keeps those of the last tabs only", async () => {
  const area = memoryArea();
  for (let tab = 0; tab <= SEARCHED_TABS_MAX; tab++) await rememberSearched(area, tab, `t${tab}`);
  expect(await searchedOver(area, 0)).toBeUndefined();
  expect(await searchedOver(area, 1)).toMatchObject({ text: "t1" });
});

it("takes what it did not write itself for nothing", async () => {
  const area = memoryArea();
  await area.set({ searched: [{ tabId: 1, text: "" }] });
  expect(await searchedOver(area, 1)).toBeUndefined();
});
