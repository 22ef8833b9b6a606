import { expect, it } from "vitest";
import { ada, found } from "../sample-users.ts";
import { readToCard } from "./to-card.ts";

const query = { kind: "email", value: "ada@example.com" };

it.each([
  { type: "show", look: 1, query, pinned: false },
  { type: "answer", look: 1, answer: found(ada) },
  { type: "answer", look: 1, answer: { state: "absent", asOf: 0 } },
  { type: "answer", look: 1, answer: { state: "failed", failure: { why: "network" } } },
  { type: "pinned", pinned: true },
  { type: "clear" },
])("takes %j", (message) => {
  expect(readToCard(message)).toBe(message);
});

it.each([
  undefined,
  null,
  "show",
  {},
  { type: "other" },
  { type: "show", look: "1", query, pinned: false },
  { type: "show", look: 1, query: { kind: "name", value: "x" }, pinned: false },
  { type: "show", look: 1, query },
  { type: "answer", look: 1 },
  { type: "answer", look: 1, answer: { state: "found", users: [] } },
  { type: "answer", look: 1, answer: { state: "found", users: [{ email: "x" }] } },
  { type: "answer", look: 1, answer: { state: "failed" } },
  { type: "pinned", pinned: "yes" },
])("drops %j", (message) => {
  expect(readToCard(message)).toBeUndefined();
});
