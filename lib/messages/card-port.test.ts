import { expect, it } from "vitest";
import { fromCard, toCard } from "./card-port.ts";

const ada = { id: "2bu4uw0xqz6siuq7rl295qjvdz", email: "ada@example.com" };
const staging = { id: "zone2", name: "Staging" };
const failure = { why: "network" };
const nowhere = { hits: [], unsure: [], failed: [], asked: 4 };
const everywhere = {
  hits: [{ zone: staging, users: [ada] }],
  unsure: [{ zone: staging, doubt: "first-100-only" }],
  failed: [{ zone: staging, failure }],
  asked: 3,
};
const query = { kind: "email", value: "ada@example.com" };

it.each([
  { type: "show", look: 1, query, pinned: false, expanded: false },
  {
    type: "show",
    look: 1,
    query,
    zone: staging,
    consoleUrl: "https://console.example.com",
    pinned: true,
    expanded: true,
  },
  { type: "answer", look: 1, answer: { state: "found", users: [ada], asOf: 0 } },
  { type: "answer", look: 1, answer: { state: "absent", asOf: 0 } },
  { type: "answer", look: 1, answer: { state: "failed", failure: { why: "network" } } },
  { type: "elsewhere", look: 1, reply: { state: "looked", found: nowhere } },
  { type: "elsewhere", look: 1, reply: { state: "looked", found: everywhere } },
  { type: "elsewhere", look: 1, reply: { state: "unlisted" } },
  { type: "elsewhere", look: 1, reply: { state: "failed", failure: { why: "network" } } },
  { type: "pinned", pinned: true },
  { type: "expanded", expanded: true },
  { type: "clear" },
])("takes %j", (message) => {
  expect(toCard.safeParse(message).data).toEqual(message);
});

it.each([
  undefined,
  null,
  "show",
  {},
  { type: "other" },
  { type: "show", look: "1", query, pinned: false, expanded: false },
  { type: "show", look: 1, query: { kind: "name", value: "x" }, pinned: false, expanded: false },
  { type: "show", look: 1, query, expanded: false },
  { type: "show", look: 1, query, pinned: false },
  { type: "show", look: 1.5, query, pinned: false, expanded: false },
  { type: "show", look: 1, query, pinned: false, expanded: false, zone: "z" },
  { type: "show", look: 1, query, pinned: false, expanded: false, consoleUrl: null },
  { type: "show", look: 1, query, pinned: false, expanded: false, more: 1 },
  { type: "show", look: 1, pinned: false, expanded: false },
  { type: "" },
  { type: "answer", look: 1, answer: { state: "absent", asOf: 0 }, more: 1 },
  { type: "answer", answer: { state: "absent", asOf: 0 } },
  { type: "elsewhere", look: 1, reply: { state: "unlisted" }, more: 1 },
  { type: "elsewhere", reply: { state: "unlisted" } },
  { type: "pinned", pinned: true, more: 1 },
  { type: "expanded", expanded: true, more: 1 },
  { type: "expanded", expanded: 1 },
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
  { type: "clear", more: 1 },
  { type: "answer", look: 1, answer: { state: "absent", asOf: 0, users: [ada] } },
  { type: "answer", look: 1, answer: { state: "failed", failure: { why: "other" } } },
])("drops %j", (message) => {
  expect(toCard.safeParse(message).success).toBe(false);
});

it("takes from the card no more than that it shows, where the pointer is, and clicks", () => {
  for (const message of [
    { type: "showing", look: 1 },
    { type: "pointer", time: 1.5 },
    { type: "refresh" },
    { type: "look-elsewhere" },
    { type: "close" },
    { type: "pin" },
    { type: "unpin" },
    { type: "more" },
    { type: "less" },
    { type: "open-options" },
    { type: "open-side-panel" },
  ])
    expect(fromCard.safeParse(message).data).toEqual(message);
  for (const message of [
    { type: "refresh", query },
    { type: "show", look: 1, query, pinned: false, expanded: false },
    { type: "showing" },
    { type: "showing", look: 1, more: 1 },
    { type: "pointer" },
    { type: "pointer", time: Number.NaN },
    { type: "pointer", time: 1, more: 1 },
    { type: "" },
  ])
    expect(fromCard.safeParse(message).success).toBe(false);
});
