import { afterEach, expect, test, vi } from "vitest";
import { timeOf } from "./event-time.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("is the wall clock's time minus the event's age, however long the machine has slept since the document was opened", () => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.spyOn(performance, "now").mockReturnValue(5_000);
  // Eight hours behind.
  vi.spyOn(performance, "timeOrigin", "get").mockReturnValue(1_000_000 - 28_800_000);
  expect(timeOf({ timeStamp: 4_990 } as Event)).toBe(999_990);
  expect(timeOf({ timeStamp: 5_000 } as Event)).toBe(1_000_000);
});
