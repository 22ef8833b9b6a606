import { expect, expectTypeOf, test } from "vitest";
import { CALL_REASONS, type CallReason, FAILURE_REASONS } from "../failure-reason.ts";
import { toFailure } from "./failure.ts";
import type { CallError } from "./traffic/traffic.ts";

const NOW = 1_000;

test.each<[string, CallError, object]>([
  [
    "includes the API's message and status",
    { why: "keyRefused", status: 401, message: "revoked" },
    { why: "keyRefused", status: 401, detail: "revoked" },
  ],
  [
    "includes the difference between the clocks",
    { why: "forbidden", status: 403, message: "no", clockAheadMs: -7_200_000 },
    { why: "forbidden", status: 403, detail: "no", clockAheadMs: -7_200_000 },
  ],
  [
    "doesn't include messages of this extension",
    { why: "network", message: "TypeError: fetch failed" },
    { why: "network" },
  ],
  [
    "a Retry-After counts from now",
    { why: "limited", status: 429, message: "slow down", retryAfterMs: 500 },
    { why: "limited", status: 429, detail: "slow down", retryAt: NOW + 500 },
  ],
  [
    "without one there is no time to retry",
    { why: "limited", status: 429, message: "slow down" },
    { why: "limited", status: 429, detail: "slow down" },
  ],
  [
    "a known time is included unchanged",
    { why: "resting", message: "kept failing", until: 9_000 },
    { why: "resting", retryAt: 9_000 },
  ],
])("%s", (_, error, expected) => {
  expect(toFailure(error, NOW)).toStrictEqual(expected);
});

test("uses the call's own reason, except for a 404, which has its own meaning here", () => {
  const told = CALL_REASONS.map((why) => toFailure({ why, message: "x" } as CallError, NOW).why);
  expect(told).toEqual(CALL_REASONS.map((why) => (why === "notFound" ? "zoneNotFound" : why)));
  for (const why of told) expect.soft(FAILURE_REASONS).toContain(why);
});

test("covers exactly the reasons of the list", () => {
  expectTypeOf<CallError["why"]>().toEqualTypeOf<CallReason>();
});
