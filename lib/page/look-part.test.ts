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

test("requests the part that looks further once, however many callers wait for it", async () => {
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

test("reports at once that it could not be injected, and requests it again only after a while", async () => {
  const part = createLookPart(fakeBackground());
  await part.loadBehind();
  expect(globalThis.keycardLookupBehind).toBeNull();
  vi.advanceTimersByTime(4_999);
  expect(globalThis.keycardLookupBehind).toBeNull();
  vi.advanceTimersByTime(1);
  expect(globalThis.keycardLookupBehind).toBeUndefined();
});

test("keeps a part that was loaded in another way meanwhile", async () => {
  const here = {} as BehindPart;
  await createLookPart(fakeBackground()).loadBehind();
  globalThis.keycardLookupBehind = here;
  vi.advanceTimersByTime(60_000);
  expect(globalThis.keycardLookupBehind).toBe(here);
});
