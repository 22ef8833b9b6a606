import { expect, test } from "vitest";
import { FAILURE_REASONS } from "../failure-reason.ts";
import { answer } from "./answer.ts";
import { person } from "./fake-zone.ts";

const found = { state: "found", users: [person(1)], asOf: 1 };

test.each([
  [found],
  [{ ...found, users: [person(1), person(2)], doubt: "first-100-only", stale: true }],
  [{ ...found, doubt: "too-many-matches" }],
  [{ ...found, users: [{ id: "u1", email: 5, of_a_newer_api: true }] }],
  [{ state: "absent", asOf: 1 }],
  [{ state: "inconclusive", doubt: "first-100-only", asOf: 1 }],
  [{ state: "failed", failure: { why: "noKey" } }],
  [{ state: "failed", failure: { why: "limited", status: 429, detail: "slow down", retryAt: 2 } }],
])("an answer comes through whole: %j", (given) => {
  expect(answer.parse(given)).toEqual(given);
});

test.each(FAILURE_REASONS)("a failure may have the reason %s", (why) => {
  expect(answer.safeParse({ state: "failed", failure: { why } }).success).toBe(true);
});

test.each([
  ["found, with nobody", { ...found, users: [] }],
  ["found, with nothing of anybody", { ...found, users: [null] }],
  ["found, with a name for somebody", { ...found, users: ["user1"] }],
  ["found, with somebody without an ID", { ...found, users: [{ email: "ada@example.com" }] }],
  ["found, with an ID that is no text", { ...found, users: [{ id: 1 }] }],
  ["found, with nobody behind the first", { ...found, users: [person(1), {}] }],
  ["not stale, said so", { ...found, stale: false }],
  ["a doubt that nobody knows", { ...found, doubt: "perhaps" }],
  ["inconclusive, without the doubt", { state: "inconclusive", asOf: 1 }],
  ["without a time", { state: "absent" }],
  ["a reason that nobody is told", { state: "failed", failure: { why: "notFound" } }],
  ["a reason that nobody knows", { state: "failed", failure: { why: "" } }],
  ["a failure that carries more", { state: "failed", failure: { why: "network", key: "kc" } }],
  ["a state that nobody knows", { state: "gone", asOf: 1 }],
])("%s is no answer", (_, given) => {
  expect(answer.safeParse(given).success).toBe(false);
});
