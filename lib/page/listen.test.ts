// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mention } from "./card/fake-mention.ts";
import type { FrameRole } from "./frame-role.ts";
import { listen } from "./listen.ts";
import type { LookPart } from "./look-part.ts";
import { POINTER_LOOK_MS } from "./pointer.ts";

const ada = mention("ada@example.com");
let listening = new AbortController();
/** What the frame's role was told, in order. */
let told: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  listening = new AbortController();
  told = [];
});

afterEach(() => {
  listening.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the pointer has left the word while it is not known who is behind what it is on now", async () => {
  const look = vi.fn(() => "look-behind" as const);
  vi.stubGlobal("keycardLookupLook", look);
  const role = {
    seen: () => {},
    over: ({ element }) => told.push(["over", element]),
    away: (place) => told.push(["away", place?.x]),
  } as Partial<FrameRole> as FrameRole;
  let come = (_: boolean) => {};
  const part = {
    settings: () => ({ showMs: 300, patterns: [] }),
    loadBehind: () =>
      new Promise<boolean>((resolve) => {
        come = resolve;
      }),
  } as Partial<LookPart> as LookPart;
  listen(role, part, () => {}, listening.signal);
  const move = new PointerEvent("pointermove", { clientX: 7, clientY: 8, buttons: 0 });
  Object.defineProperty(move, "isTrusted", { value: true });
  document.dispatchEvent(move);
  await vi.advanceTimersByTimeAsync(POINTER_LOOK_MS);
  expect(told).toEqual([["away", 7]]);
  vi.stubGlobal("keycardLookupLook", () => ada);
  come(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([
    ["away", 7],
    ["over", ada.element],
  ]);
});
