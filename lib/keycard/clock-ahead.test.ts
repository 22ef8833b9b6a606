import { expect, test } from "vitest";
import { CLOCKS_DIFFER_MS, clockAheadMs } from "./clock-ahead.ts";

const DATE = "Mon, 30 Nov 2026 12:00:00 GMT";
const SAID = Date.parse(DATE);

test.each([
  ["agree", 0, undefined],
  ["agree within some minutes", CLOCKS_DIFFER_MS, undefined],
  ["agree within some minutes, behind", -CLOCKS_DIFFER_MS, undefined],
  ["ahead", CLOCKS_DIFFER_MS + 1, CLOCKS_DIFFER_MS + 1],
  ["behind", -7_200_000, -7_200_000],
])("%s", (_, ahead, told) => {
  expect(clockAheadMs(new Headers({ date: DATE }), SAID + ahead)).toBe(told);
});

test.each([{}, { date: "yesterday" }, { date: "2026-11-30" }])(
  "returns undefined without a valid date: %o",
  (headers) => {
    expect(clockAheadMs(new Headers(headers as Record<string, string>), 0)).toBeUndefined();
  },
);
