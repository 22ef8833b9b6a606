import { describe, expect, test } from "vitest";
import { RETRY_AFTER_MAX_MS, retryAfterMs } from "./retry-after.ts";

const NOW = Date.parse("2026-07-01T10:00:00Z");

describe("retryAfterMs", () => {
  test.each<[string, number | undefined]>([
    ["0", 0],
    ["7", 7_000],
    [" 7 ", 7_000],
    ["86401", RETRY_AFTER_MAX_MS],
    ["9".repeat(400), RETRY_AFTER_MAX_MS],
    ["Wed, 01 Jul 2026 10:00:30 GMT", 30_000],
    ["Wed, 01 Jul 2026 09:00:00 GMT", 0],
    ["Fri, 01 Jul 2050 10:00:00 GMT", RETRY_AFTER_MAX_MS],
    ["Wed, 99 Jul 2026 10:00:30 GMT", undefined],
    ["Or Wed, 01 Jul 2026 10:00:30 GMT", undefined],
    ["Wed, 01 Jul 2026 10:00:30 GMT+1", undefined],
    ["", undefined],
    [" 7 9", undefined],
    ["-7", undefined],
    ["1.5", undefined],
    ["7s", undefined],
    ["0x10", undefined],
    ["1e3", undefined],
    ["soon", undefined],
    ["2026-07-01T10:00:30Z", undefined],
    ["7, 9", undefined],
  ])("%j is %j", (value, ms) => {
    expect(retryAfterMs(new Headers({ "retry-after": value }), NOW)).toBe(ms);
  });

  test("is undefined without the header", () => {
    expect(retryAfterMs(new Headers(), NOW)).toBeUndefined();
  });

  test("counts a date by the server's clock, not by this computer's", () => {
    const headers = new Headers({
      "retry-after": "Wed, 01 Jul 2026 11:00:03 GMT",
      date: "Wed, 01 Jul 2026 11:00:00 GMT",
    });
    expect(retryAfterMs(headers, NOW)).toBe(3_000);
  });
});
