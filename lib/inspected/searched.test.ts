import { expect, it, vi } from "vitest";
import { memoryArea } from "../memory-area.ts";
import {
  forgetGroupsSearched,
  forgetSearched,
  rememberSearched,
  SEARCHED_TABS_MAX,
  searchedOver,
} from "./searched.ts";

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

it("keeps the selection that a search has started with, until it is cleared", async () => {
  const area = memoryArea();
  await rememberSearched(area, 1, "ada", { selected: "ada" });
  await rememberSearched(area, 1, "grace");
  expect(await searchedOver(area, 1)).toMatchObject({ text: "grace", selected: "ada" });
  await rememberSearched(area, 1, "");
  await rememberSearched(area, 1, "alan");
  expect(await searchedOver(area, 1)).toEqual({ tabId: 1, text: "alan" });
});

it("doesn't take over the selection of another tab", async () => {
  const area = memoryArea();
  await rememberSearched(area, 1, "ada", { selected: "ada" });
  await rememberSearched(area, 2, "grace");
  expect(await searchedOver(area, 2)).toEqual({ tabId: 2, text: "grace" });
});

it("leaves nothing if there is no search, as after every tab has ended", async () => {
  const area = memoryArea();
  await rememberSearched(area, 1, "");
  expect(await area.get(null)).toEqual({});
  await rememberSearched(area, 1, "ada");
  await rememberSearched(area, 1, "");
  expect(await area.get(null)).toEqual({});
});

it("keeps only those of the latest tabs", async () => {
  const area = memoryArea();
  for (let tab = 0; tab <= SEARCHED_TABS_MAX; tab++) await rememberSearched(area, tab, `t${tab}`);
  expect(await searchedOver(area, 0)).toBeUndefined();
  expect(await searchedOver(area, 1)).toMatchObject({ text: "t1" });
});

it("ignores what it hasn't written itself", async () => {
  const area = memoryArea();
  await area.set({ searched: [{ tabId: 1, text: 7 }] });
  expect(await searchedOver(area, 1)).toBeUndefined();
});

it("keeps what a search is narrowed to, with or without a text", async () => {
  const area = memoryArea();
  const narrowed = { kind: "roles", value: "admin", name: "admin" } as const;
  await rememberSearched(area, 1, "", { narrowed });
  await rememberSearched(area, 2, "ada", { narrowed });
  expect(await searchedOver(area, 1)).toEqual({ tabId: 1, text: "", narrowed });
  expect(await searchedOver(area, 2)).toEqual({ tabId: 2, text: "ada", narrowed });
  await rememberSearched(area, 2, "ada");
  expect(await searchedOver(area, 2)).toEqual({ tabId: 2, text: "ada" });
  await rememberSearched(area, 1, "");
  expect(await searchedOver(area, 1)).toBeUndefined();
});

it("forgets groups when another zone is in use, and keeps roles and texts", async () => {
  const area = memoryArea();
  const role = { kind: "roles", value: "admin", name: "admin" } as const;
  const group = { kind: "groups", value: "g1", name: "Support agents" } as const;
  await rememberSearched(area, 1, "", { narrowed: role });
  await rememberSearched(area, 2, "", { narrowed: group });
  await rememberSearched(area, 3, "ada", { narrowed: group });
  await rememberSearched(area, 4, "grace");
  await forgetGroupsSearched(area);
  expect(await searchedOver(area, 1)).toEqual({ tabId: 1, text: "", narrowed: role });
  expect(await searchedOver(area, 2)).toBeUndefined();
  expect(await searchedOver(area, 3)).toEqual({ tabId: 3, text: "ada" });
  expect(await searchedOver(area, 4)).toEqual({ tabId: 4, text: "grace" });
});

it("writes nothing if there is no group to forget: a search that is stored meanwhile could be lost", async () => {
  const area = memoryArea();
  const narrowed = { kind: "roles", value: "admin", name: "admin" } as const;
  await rememberSearched(area, 1, "ada");
  await rememberSearched(area, 2, "", { narrowed });
  const set = vi.spyOn(area, "set");
  await forgetGroupsSearched(area);
  expect(set).not.toHaveBeenCalled();
});
