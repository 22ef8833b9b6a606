import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import { readTheme, storedTheme, themeAmong } from "./theme.ts";

test("is the system's until one is chosen, and again afterward", async () => {
  const area = memoryArea();
  expect(await readTheme(area)).toBe("system");
  await area.set(storedTheme("dark"));
  expect(await readTheme(area)).toBe("dark");
  await area.set(storedTheme("system"));
  expect(await readTheme(area)).toBe("system");
});

test("an unknown name means the system's", async () => {
  for (const theme of ["sepia", 1, null, { dark: true }])
    expect(await readTheme(memoryArea({ theme }))).toBe("system");
});

test("is found among changes, including its removal", () => {
  expect(themeAmong({ theme: { newValue: "light" } })).toBe("light");
  expect(themeAmong({ theme: {} })).toBe("system");
  expect(themeAmong({ settings: { newValue: "dark" } })).toBeUndefined();
});
