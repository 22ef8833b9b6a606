import { expect, test } from "vitest";
import { userId } from "../keycard/ids.ts";
import type { Answer } from "./answer.ts";
import { uncertainIfTruncated } from "./truncated-address.ts";

const query = { kind: "email", value: "ada@example.co" } as const;
const cut = { ...query, cut: true } as const;
const asOf = 1_000;
const found: Answer = { state: "found", users: [{ id: userId("u1") }], asOf };

test("doesn't claim that there is no user with a possibly truncated address", () => {
  expect(uncertainIfTruncated(cut, { state: "absent", asOf })).toEqual({
    state: "inconclusive",
    doubt: "may-be-cut",
    asOf,
  });
  expect(uncertainIfTruncated(query, { state: "absent", asOf })).toEqual({ state: "absent", asOf });
});

test("whoever has the address may not be the one who is meant", () => {
  expect(uncertainIfTruncated(cut, found)).toEqual({ ...found, doubt: "may-be-cut" });
  expect(uncertainIfTruncated(query, found)).toBe(found);
  const doubted = { ...found, doubt: "first-100-only" } as const;
  expect(uncertainIfTruncated(cut, doubted)).toEqual(doubted);
});

test("keeps an answer that is uncertain or failed anyway", () => {
  for (const answer of [
    { state: "inconclusive", doubt: "first-100-only", asOf },
    { state: "failed", failure: { why: "network" } },
  ] as const)
    expect(uncertainIfTruncated(cut, answer)).toBe(answer);
});
