import { expect, it } from "vitest";
import { ada, found, looked, lookedEverywhere, staging } from "../sample-users.ts";
import { readToCard } from "./to-card.ts";

const nowhere = { hits: [], unsure: [], failed: [], asked: 4 };
const query = { kind: "email", value: "ada@example.com" };

it.each([
  { type: "show", look: 1, query, pinned: false },
  { type: "answer", look: 1, answer: found(ada) },
  { type: "answer", look: 1, answer: { state: "absent", asOf: 0 } },
  { type: "answer", look: 1, answer: { state: "failed", failure: { why: "network" } } },
  { type: "elsewhere", look: 1, reply: looked({}) },
  { type: "elsewhere", look: 1, reply: lookedEverywhere },
  { type: "elsewhere", look: 1, reply: { state: "unlisted" } },
  { type: "elsewhere", look: 1, reply: { state: "failed", failure: { why: "network" } } },
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
  { type: "elsewhere", look: "1", reply: { state: "unlisted" } },
  { type: "elsewhere", look: 1 },
  { type: "elsewhere", look: 1, reply: { state: "other" } },
  { type: "elsewhere", look: 1, reply: { state: "failed", failure: {} } },
  { type: "elsewhere", look: 1, reply: { state: "looked" } },
  { type: "elsewhere", look: 1, reply: { state: "looked", found: { ...nowhere, asked: "4" } } },
  { type: "elsewhere", look: 1, reply: { state: "looked", found: { ...nowhere, hits: {} } } },
  ...[
    { hits: [{ zone: staging, users: [] }] },
    { hits: [{ zone: staging, users: [{ email: "x" }] }] },
    { hits: [{ zone: { name: "x" }, users: [ada] }] },
    { unsure: [{ zone: staging }] },
    { failed: [{ zone: staging, failure: "network" }] },
  ].map((wrong) => ({
    type: "elsewhere",
    look: 1,
    reply: { state: "looked", found: { ...nowhere, ...wrong } },
  })),
  { type: "pinned", pinned: "yes" },
])("drops %j", (message) => {
  expect(readToCard(message)).toBeUndefined();
});
