import { afterEach, describe, expect, it, vi } from "vitest";
import { dayAndTime, exactLocal, exactUtc, momentOf, relativeTo } from "./time.ts";

afterEach(() => vi.unstubAllEnvs());

describe("momentOf", () => {
  it.each([
    "2026-11-02T09:14:00Z",
    "2026-11-02T10:14:00+01:00",
    "2026-11-02 09:14:00.000Z",
    "2026-11-02t09:14:00z",
  ])("reads %s", (text) => {
    expect(momentOf(text)).toBe(Date.UTC(2026, 10, 2, 9, 14));
  });

  it.each([
    "",
    "never",
    "1",
    "2026-11-02",
    "2026-11-02T09:14:00",
    "2026-13-02T09:14:00Z",
    "2026-11-02T99:14:00Z",
    "0000-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
  ])("doesn't guess what %j means", (text) => {
    expect(momentOf(text)).toBeUndefined();
  });
});

describe.each(["UTC", "Asia/Tokyo", "America/Los_Angeles"])("to a reader in %s", (zone) => {
  it("exactUtc gives the same time, in UTC", () => {
    vi.stubEnv("TZ", zone);
    expect(exactUtc(Date.UTC(2026, 0, 2, 3, 4, 59))).toBe("2 Jan 2026 03:04 UTC");
    expect(exactUtc(Date.UTC(2026, 10, 30, 23, 59))).toBe("30 Nov 2026 23:59 UTC");
    expect(exactUtc(momentOf("0001-01-01T00:00:00Z") ?? 0)).toBe("1 Jan 0001 00:00 UTC");
    expect(exactUtc(momentOf("0000-03-01T00:00:00Z") ?? 0)).toMatch(/ 0000 00:00 UTC$/);
  });
});

it.each([
  ["UTC", "2 Jan 2026, 03:04"],
  ["Asia/Tokyo", "2 Jan 2026, 12:04"],
  ["America/Los_Angeles", "1 Jan 2026, 19:04"],
])("a reader in %s sees their own date and time, and UTC next to it on demand", (zone, own) => {
  vi.stubEnv("TZ", zone);
  const moment = Date.UTC(2026, 0, 2, 3, 4, 59);
  expect(dayAndTime(moment)).toBe(own);
  expect(exactLocal(moment)).toBe(`${own} (2 Jan 2026 03:04 UTC)`);
});

describe("relativeTo", () => {
  const now = Date.UTC(2026, 10, 23, 12);
  const hours = (count: number) => now - count * 3_600_000;

  it.each([
    [now, "just now"],
    [now + 30_000, "just now"],
    [now - 61_000, "1 minute ago"],
    [hours(1), "1 hour ago"],
    [hours(47), "1 day ago"],
    [hours(72), "3 days ago"],
    [hours(24 * 13), "1 week ago"],
    [hours(24 * 59), "1 month ago"],
    [hours(24 * 800), "2 years ago"],
    [now + 3 * 3_600_000, "in 3 hours"],
  ])("formats %i as %s", (moment, told) => {
    expect(relativeTo(moment, now)).toBe(told);
  });
});
