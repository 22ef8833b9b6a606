import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { readTheme, themeAmong, writeTheme } from "./theme.ts";

test("it is the system's until one is chosen, and again afterwards", async () => {
  const area = memoryArea();
  expect(await readTheme(area)).toBe("system");
  await writeTheme(area, "dark");
  expect(await readTheme(area)).toBe("dark");
  await writeTheme(area, "system");
  expect(await readTheme(area)).toBe("system");
  expect(area.all()).toEqual({});
});

test("what no theme is named like is the system's", async () => {
  for (const theme of ["sepia", 1, null, { dark: true }])
    expect(await readTheme(memoryArea({ theme }))).toBe("system");
});

test("is found among changes, its removal too", () => {
  expect(themeAmong({ theme: { newValue: "light" } })).toBe("light");
  expect(themeAmong({ theme: {} })).toBe("system");
  expect(themeAmong({ settings: { newValue: "dark" } })).toBeUndefined();
});
