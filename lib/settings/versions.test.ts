import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { followSettings } from "./followed-settings.ts";
import { SETTINGS_VERSION, upToDate } from "./versions.ts";

/** The settings of one person as each version has stored them. */
const FOLDER = new URL("stored/", import.meta.url);
const asStored = (version: number) =>
  JSON.parse(readFileSync(new URL(`version-${version}.json`, FOLDER), "utf8"));

const OLDER = Array.from({ length: SETTINGS_VERSION - 1 }, (_, n) => n + 1);
const CURRENT = asStored(SETTINGS_VERSION);
const stored = async (settings: unknown) => {
  const area = memoryArea();
  await area.set({ settings });
  return area;
};

test("there is an example of each version", () => {
  expect(readdirSync(FOLDER)).toHaveLength(SETTINGS_VERSION);
});

describe.each(OLDER)("settings of version %i", (version) => {
  test("mean the same to this version, before and after they are stored again", async () => {
    const area = await stored(asStored(version));
    const read = await followSettings(area).current();
    expect(read).toEqual(await followSettings(await stored(CURRENT)).current());
    await followSettings(area).migrate();
    expect(await area.get(null)).toEqual({ settings: CURRENT });
    expect(await followSettings(area).current()).toEqual(read);
  });

  test("are stored in the current format by the first change, without losses", async () => {
    const area = await stored(asStored(version));
    await followSettings(area).change({ lockAfterMin: 5 });
    expect(await area.get(null)).toEqual({ settings: { ...CURRENT, lockAfterMin: 5 } });
  });
});

test("version 1: what was chosen stays, and what was only stored along is the default again", () => {
  const chosen = { version: 1, lockAfterMin: 30, subjects: ["{digit:21}"], marks: ["*://a/*"] };
  expect(upToDate(chosen)).toEqual({ is: "known", settings: { ...chosen, version: 2 } });
});

test.each([
  ["lockAfterMin", 15, []],
  ["lockAfterMin", 5, ["lockAfterMin"]],
  ["subjects", [], []],
  ["subjects", ["{digit:21}"], ["subjects"]],
  ["marks", [], []],
  ["marks", ["https://a.example/*"], ["marks"]],
  ["zone", { id: "z" }, ["zone", "firstRun"]],
  ["modifier", "Alt", ["modifier"]],
])("version 1 with %s as %j means %j", async (key, value, holds) => {
  const area = await stored({ version: 1, [key]: value });
  const { sitesOff: _, ...chosen } = await followSettings(area).current();
  expect(Object.keys(chosen)).toEqual(holds);
});

describe("settings of a newer version", () => {
  const NEWER = {
    version: SETTINGS_VERSION + 1,
    zone: "in another form",
    subjects: [{ is: "new" }],
  };

  test("aren't changed, while this version uses its own next to them", async () => {
    const area = await stored(NEWER);
    expect(await followSettings(area).current()).toEqual({ sitesOff: [], besideNewer: true });
    await followSettings(area).migrate();
    await followSettings(area).change({ zone: { id: "zone-1" } });
    await followSettings(area).change({ lockAfterMin: 5 });
    const { zone, lockAfterMin } = await followSettings(area).current();
    expect({ zone, lockAfterMin }).toEqual({ zone: { id: "zone-1" }, lockAfterMin: 5 });
    expect(await area.get("settings")).toEqual({ settings: NEWER });
  });

  test("apply again once the extension knows them, and what was stored next to them is removed", async () => {
    const area = await stored(NEWER);
    await followSettings(area).change({ lockAfterMin: 5 });
    await area.set({ settings: CURRENT });
    await followSettings(area).migrate();
    expect(await area.get(null)).toEqual({ settings: CURRENT });
  });
});

test("what an earlier session of this version has stored next to newer settings applies", async () => {
  const area = memoryArea({
    settings: { version: SETTINGS_VERSION + 1 },
    "settings-beside-newer": { version: SETTINGS_VERSION, modifier: "Alt" },
  });
  expect(await followSettings(area).current()).toEqual({
    modifier: "Alt",
    sitesOff: [],
    besideNewer: true,
  });
});

test("uses nothing that a newer version has stored next to a still newer one", async () => {
  const newer = { version: SETTINGS_VERSION + 1, lockAfterMin: 5 };
  const area = memoryArea({ settings: newer, "settings-beside-newer": newer });
  expect(await followSettings(area).current()).toEqual({ sitesOff: [], besideNewer: true });
  await followSettings(area).change({ modifier: "Alt" });
  expect(await followSettings(area).current()).toEqual({
    modifier: "Alt",
    sitesOff: [],
    besideNewer: true,
  });
});

test("skips and keeps an invalid value, and the others apply", async () => {
  const area = await stored({ ...CURRENT, modifier: "Hyper", marks: 5 });
  const { zone, firstRun } = CURRENT;
  expect(await followSettings(area).current()).toEqual({ zone, firstRun, sitesOff: [] });
  await followSettings(area).change({ lockAfterMin: 5 });
  expect((await area.get("settings"))["settings"]).toMatchObject({ modifier: "Hyper", marks: 5 });
});

test.each([
  undefined,
  null,
  "settings",
  [],
  {},
  { version: "2" },
  { version: -1e9 },
  { version: 0.5 },
])("%j aren't settings, and nothing was chosen", async (nothing) => {
  expect(upToDate(nothing)).toEqual({ is: "known", settings: { version: SETTINGS_VERSION } });
  const area = nothing === undefined ? memoryArea() : await stored(nothing);
  expect(await followSettings(area).current()).toEqual({ sitesOff: [] });
});

test("an update stores nothing in a browser that has nothing stored", async () => {
  const area = memoryArea();
  await followSettings(area).migrate();
  expect(await area.get(null)).toEqual({});
});
