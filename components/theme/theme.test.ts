// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { followTheme, followThemeFromStart, type ThemeArea } from "./theme.ts";

afterEach(() => localStorage.clear());

const drawn = () => document.documentElement.dataset["theme"];

/** A storage area with a theme, whose reads and change events the test controls. */
function area(theme: string | undefined) {
  const listeners: Parameters<ThemeArea["onChanged"]["addListener"]>[0][] = [];
  let read: () => void = () => undefined;
  return {
    get: () =>
      new Promise<Record<string, unknown>>((resolve) => {
        read = () => resolve(theme === undefined ? {} : { theme });
      }),
    onChanged: { addListener: (listener: (typeof listeners)[0]) => void listeners.push(listener) },
    read: () => read(),
    change(newValue?: string) {
      for (const listener of listeners) listener({ theme: { newValue } });
    },
  };
}

it("draws the stored theme, and each later one at once", async () => {
  const stored = area("dark");
  const followed = followTheme(stored);
  stored.read();
  await followed;
  expect(drawn()).toBe("dark");
  stored.change("light");
  expect(drawn()).toBe("light");
  stored.change();
  expect(drawn()).toBe("system");
});

it("isn't reverted by an older read", async () => {
  const stored = area("dark");
  const followed = followTheme(stored);
  stored.change("light");
  stored.read();
  await followed;
  expect(drawn()).toBe("light");
});

it("begins with the copy from last time, and keeps it current", async () => {
  const first = area("dark");
  const followed = followThemeFromStart(first, localStorage);
  expect(drawn()).toBe("system");
  first.read();
  await followed;
  void followThemeFromStart(area(undefined), localStorage);
  expect(drawn()).toBe("dark");
  first.change();
  expect(localStorage.length).toBe(0);
});
