// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { POINTER_LOOK_MS, type PointerPlace, watchPointer } from "./pointer.ts";

vi.mock("./trusted.ts", () => ({
  onTrusted: (type: string, signal: AbortSignal, listener: EventListener) =>
    document.addEventListener(type, listener, { signal }),
}));

let end: AbortController;

beforeEach(() => {
  end = new AbortController();
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

function watched() {
  const looks: PointerPlace[] = [];
  const pointer = watchPointer(
    { onLook: (place) => looks.push(place), onAway: () => {} },
    end.signal,
  );
  return { looks, pointer };
}

function move(x: number): void {
  document.dispatchEvent(new MouseEvent("pointermove", { clientX: x, screenX: x }));
}

test("a look that had to wait for something counts from when the pointer came to rest", () => {
  const { looks, pointer } = watched();
  move(1);
  vi.advanceTimersByTime(POINTER_LOOK_MS);
  const first = performance.now();
  expect(looks).toMatchObject([{ x: 1, since: first }]);
  vi.advanceTimersByTime(40);
  pointer.again();
  expect(looks[1]).toMatchObject({ x: 1, since: first });
});

test("a look at another place counts from then on, also if it isn't the first there", () => {
  const { looks, pointer } = watched();
  move(1);
  vi.advanceTimersByTime(POINTER_LOOK_MS);
  move(2);
  vi.advanceTimersByTime(20);
  pointer.again();
  expect(looks[1]).toMatchObject({ x: 2, since: performance.now() });
});

test("a look because of a modifier key counts from its press", () => {
  const { looks, pointer } = watched();
  move(1);
  vi.advanceTimersByTime(POINTER_LOOK_MS);
  const key = new KeyboardEvent("keydown", { key: "Alt", altKey: true });
  Object.defineProperty(key, "timeStamp", { value: 12_345 });
  pointer.again(key);
  expect(looks[1]).toMatchObject({ x: 1, since: 12_345 });
});
