import { expect, expectTypeOf, test } from "vitest";
import { CALL_REASONS, type CallReason, FAILURE_REASONS } from "../failure-reason.ts";
import { toFailure } from "./failure.ts";
import type { CallError } from "./traffic/traffic.ts";

const NOW = 1_000;

test.each<[string, CallError, object]>([
  [
    "the API's own words and status are told",
    { why: "keyRefused", status: 401, message: "revoked" },
    { why: "keyRefused", status: 401, detail: "revoked" },
  ],
  [
    "so is how far the clocks disagree",
    { why: "forbidden", status: 403, message: "no", clockAheadMs: -7_200_000 },
    { why: "forbidden", status: 403, detail: "no", clockAheadMs: -7_200_000 },
  ],
  [
    "words of ours are not",
    { why: "network", message: "TypeError: fetch failed" },
    { why: "network" },
  ],
  [
    "a Retry-After counts from now",
    { why: "limited", status: 429, message: "slow down", retryAfterMs: 500 },
    { why: "limited", status: 429, detail: "slow down", retryAt: NOW + 500 },
  ],
  [
    "without one there is no moment",
    { why: "limited", status: 429, message: "slow down" },
    { why: "limited", status: 429, detail: "slow down" },
  ],
  [
    "a moment that is known is told as it is",
    { why: "resting", message: "kept failing", until: 9_000 },
    { why: "resting", retryAt: 9_000 },
  ],
])("%s", (_, error, expected) => {
  expect(toFailure(error, NOW)).toStrictEqual(expected);
});

test("of a call a person is told its own reason, but of a 404 what it means here", () => {
  const told = CALL_REASONS.map((why) => toFailure({ why, message: "x" } as CallError, NOW).why);
  expect(told).toEqual(CALL_REASONS.map((why) => (why === "notFound" ? "zoneNotFound" : why)));
  for (const why of told) expect.soft(FAILURE_REASONS).toContain(why);
});

test("a call can fail for every reason of the list, and for no other", () => {
  expectTypeOf<CallError["why"]>().toEqualTypeOf<CallReason>();
});
