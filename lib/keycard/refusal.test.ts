import { expect, test } from "vitest";
import { explainedRefusal } from "./refusal.ts";

const REFUSED = { why: "keyRefused", status: 401, message: "no" } as const;
const HOUR = 3_600_000;
const NOON = 12 * HOUR;

test.each([
  ["a key that does not say when", undefined, undefined, "keyRefused"],
  ["a key that is good by both clocks", NOON + 1, undefined, "keyRefused"],
  ["a key that is over by both clocks", NOON, undefined, "keyExpired"],
  ["a key that is over by this clock alone, which is ahead", NOON - HOUR, 2 * HOUR, "keyRefused"],
  ["a key that is over by the server's clock alone", NOON + HOUR, -2 * HOUR, "keyExpired"],
])("%s", (_, expiresAt, clockAheadMs, why) => {
  const error = { ...REFUSED, ...(clockAheadMs !== undefined && { clockAheadMs }) };
  expect(explainedRefusal(error, expiresAt, NOON)).toEqual({
    ...error,
    why,
    ...(why === "keyExpired" && { expiredAt: expiresAt }),
  });
});
