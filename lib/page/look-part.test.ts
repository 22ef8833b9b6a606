import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BehindPart } from "./behind/part.ts";
import { fakeBackground } from "./fake-background.ts";
import { createLookPart } from "./look-part.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  globalThis.keycardLookupBehind = undefined;
});

test("the part that looks further is asked for once, however many wait for it", async () => {
  const here = {} as BehindPart;
  const background = fakeBackground({
    loadBehind: () => {
      globalThis.keycardLookupBehind = here;
      return undefined;
    },
  });
  const part = createLookPart(background);
  await Promise.all([part.loadBehind(), part.loadBehind()]);
  vi.advanceTimersByTime(60_000);
  expect(globalThis.keycardLookupBehind).toBe(here);
  expect(background.sent).toEqual([{ type: "loadBehind" }]);
});

test("one that could not be put in is known to be missing at once, and may be asked for again after a time", async () => {
  const part = createLookPart(fakeBackground());
  await part.loadBehind();
  expect(globalThis.keycardLookupBehind).toBeNull();
  vi.advanceTimersByTime(4_999);
  expect(globalThis.keycardLookupBehind).toBeNull();
  vi.advanceTimersByTime(1);
  expect(globalThis.keycardLookupBehind).toBeUndefined();
});

test("one that has come meanwhile by another way stays", async () => {
  const here = {} as BehindPart;
  await createLookPart(fakeBackground()).loadBehind();
  globalThis.keycardLookupBehind = here;
  vi.advanceTimersByTime(60_000);
  expect(globalThis.keycardLookupBehind).toBe(here);
});
