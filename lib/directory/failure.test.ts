import { expect, test } from "vitest";
import { failure } from "./answer.ts";
import { toFailure } from "./failure.ts";
import type { CallError } from "./traffic/traffic.ts";

const NOW = 1_000;

test.each<[string, CallError, object]>([
  [
    "the API's own words and status are told",
    { kind: "unauthorized", status: 401, message: "revoked" },
    { why: "key-refused", status: 401, detail: "revoked" },
  ],
  [
    "words of ours are not",
    { kind: "network", message: "TypeError: fetch failed" },
    { why: "network" },
  ],
  [
    "a Retry-After counts from now",
    { kind: "rate-limited", status: 429, message: "slow down", retryAfterMs: 500 },
    { why: "limited", status: 429, detail: "slow down", retryAt: NOW + 500 },
  ],
  [
    "without one there is no moment",
    { kind: "rate-limited", status: 429, message: "slow down" },
    { why: "limited", status: 429, detail: "slow down" },
  ],
  [
    "a moment that is known is told as it is",
    { kind: "resting", message: "kept failing", until: 9_000 },
    { why: "resting", retryAt: 9_000 },
  ],
])("%s", (_, error, expected) => {
  expect(toFailure(error, NOW)).toStrictEqual(expected);
});

/** All there are: the compiler sees to that. */
const EVERY: Record<CallError["kind"], true> = {
  unauthorized: true,
  "key-expired": true,
  forbidden: true,
  "not-found": true,
  "rate-limited": true,
  server: true,
  "unexpected-status": true,
  network: true,
  timeout: true,
  "invalid-reply": true,
  "bad-request": true,
  "invalid-request": true,
  aborted: true,
  offline: true,
  "not-allowed": true,
  limited: true,
  resting: true,
};

test.each(Object.keys(EVERY) as CallError["kind"][])("a card takes the reason for %s", (kind) => {
  const told = toFailure({ kind, message: "x" } as CallError, NOW);
  expect(failure.safeParse(told)).toMatchObject({ success: true });
});
