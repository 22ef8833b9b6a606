import { expect, test } from "vitest";
import { explainedRefusal } from "./refusal.ts";

const REFUSED = { why: "keyRefused", status: 401, message: "no" } as const;
const HOUR = 3_600_000;
const NOON = 12 * HOUR;

test.each([
  ["a key without an expiry", undefined, undefined, "keyRefused"],
  ["a key that is valid by both clocks", NOON + 1, undefined, "keyRefused"],
  ["a key that has expired by both clocks", NOON, undefined, "keyExpired"],
  [
    "a key that has expired only by this clock, which is ahead",
    NOON - HOUR,
    2 * HOUR,
    "keyRefused",
  ],
  ["a key that has expired only by the server's clock", NOON + HOUR, -2 * HOUR, "keyExpired"],
])("%s", (_, expiresAt, clockAheadMs, why) => {
  const error = { ...REFUSED, ...(clockAheadMs !== undefined && { clockAheadMs }) };
  expect(explainedRefusal(error, expiresAt, NOON)).toEqual({
    ...error,
    why,
    ...(why === "keyExpired" && { expiredAt: expiresAt }),
  });
});
