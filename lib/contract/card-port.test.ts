import { expect, it } from "vitest";
import { FROM_CARD, hear, TO_CARD } from "./card-port.ts";

const ada = { id: "2bu4uw0xqz6siuq7rl295qjvdz", email: "ada@example.com" };
const staging = { id: "zone2", name: "Staging" };
const failure = { why: "network" };
const nowhere = { hits: [], unsure: [], failed: [], denied: [], asked: 4 };
const everywhere = {
  hits: [{ zone: staging, users: [ada] }],
  unsure: [{ zone: staging, doubt: "first-100-only" }],
  failed: [{ zone: staging, failure }],
  denied: [{ id: "z9" }],
  asked: 3,
};
const query = { kind: "email", value: "ada@example.com" };

/** What is handed on of a message, as a message again. @returns undefined when it is dropped */
function heard(table: typeof TO_CARD | typeof FROM_CARD, message: unknown): object[] | undefined {
  const handedOn: object[] = [];
  const hears = Object.fromEntries(
    Object.keys(table).map((type) => [
      type,
      (params: object) => void handedOn.push({ type, ...params }),
    ]),
  );
  const taken = hear<Record<string, never>>(table as never, message, hears as never);
  if (!taken) expect(handedOn).toEqual([]);
  return taken ? handedOn : undefined;
}

it.each([
  { type: "begin", look: 1, query, pinned: false, expanded: false },
  {
    type: "begin",
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
  { type: "suggestions", look: 1, reply: { state: "searched", people: [], over: 0 } },
  {
    type: "suggestions",
    look: 1,
    reply: {
      state: "searched",
      people: [{ user: ada, why: { kind: "untagged", tag: "+x" } }],
      over: 2,
      doubt: "first-100-only",
    },
  },
  { type: "suggestions", look: 1, reply: { state: "failed", failure: { why: "network" } } },
  { type: "standing", pinned: true, expanded: false },
  { type: "standing", pinned: false, expanded: true },
  { type: "empty" },
  { type: "keyed" },
])("takes %j", (message) => {
  expect(heard(TO_CARD, message)).toEqual([message]);
});

it.each([
  undefined,
  null,
  "begin",
  {},
  { type: "other" },
  { type: "constructor" },
  { type: ["empty"] },
  { type: "refresh" },
  { type: "begin", look: "1", query, pinned: false, expanded: false },
  { type: "begin", look: 1, query: { kind: "name", value: "x" }, pinned: false, expanded: false },
  { type: "begin", look: 1, query, expanded: false },
  { type: "begin", look: 1, query, pinned: false },
  { type: "begin", look: 1.5, query, pinned: false, expanded: false },
  { type: "begin", look: 1, query, pinned: false, expanded: false, zone: "z" },
  { type: "begin", look: 1, query, pinned: false, expanded: false, consoleUrl: null },
  { type: "begin", look: 1, query, pinned: false, expanded: false, more: 1 },
  { type: "begin", look: 1, pinned: false, expanded: false },
  { type: "" },
  { type: "answer", look: 1, answer: { state: "absent", asOf: 0 }, more: 1 },
  { type: "answer", answer: { state: "absent", asOf: 0 } },
  { type: "elsewhere", look: 1, reply: { state: "unlisted" }, more: 1 },
  { type: "elsewhere", reply: { state: "unlisted" } },
  { type: "standing", pinned: true, expanded: true, more: 1 },
  { type: "standing", pinned: true },
  { type: "standing", expanded: true },
  { type: "standing", pinned: true, expanded: 1 },
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
  { type: "suggestions", look: 1, reply: { state: "searched", people: [] } },
  { type: "suggestions", reply: { state: "searched", people: [], over: 0 } },
  ...[
    [{ user: ada }],
    [{ user: { email: "x" }, why: { kind: "dots" } }],
    [{ user: ada, why: { kind: "untagged" } }],
    [{ user: ada, why: { kind: "other" } }],
  ].map((people) => ({
    type: "suggestions",
    look: 1,
    reply: { state: "searched", people, over: 0 },
  })),
  { type: "standing", pinned: "yes", expanded: true },
  { type: "empty", more: 1 },
  { type: "answer", look: 1, answer: { state: "absent", asOf: 0, users: [ada] } },
  { type: "answer", look: 1, answer: { state: "failed", failure: { why: "other" } } },
])("drops %j", (message) => {
  expect(heard(TO_CARD, message)).toBeUndefined();
});

it.each([
  { type: "painted", look: 1 },
  { type: "pointer", time: 1.5 },
  { type: "refresh" },
  { type: "lookElsewhere" },
  { type: "suggest" },
  { type: "search" },
  { type: "close" },
  { type: "pin", pinned: true },
  { type: "pin", pinned: false },
  { type: "expand", expanded: true },
  { type: "expand", expanded: false },
  { type: "openOptions" },
  { type: "unlock" },
  { type: "openSidePanel" },
])("takes from the card that it is painted, where the pointer is, and clicks: %j", (message) => {
  expect(heard(FROM_CARD, message)).toEqual([message]);
});

it.each([
  { type: "refresh", query },
  { type: "begin", look: 1, query, pinned: false, expanded: false },
  { type: "empty" },
  { type: "painted" },
  { type: "painted", look: 1.5 },
  { type: "painted", look: 1, more: 1 },
  { type: "pointer" },
  { type: "pointer", time: Number.NaN },
  { type: "pointer", time: 1, more: 1 },
  { type: "pin" },
  { type: "pin", pinned: 1 },
  { type: "expand" },
  { type: "expand", expanded: true, more: 1 },
  { type: "toString" },
  { type: "" },
  undefined,
])("takes from the card no more than that, as %j", (message) => {
  expect(heard(FROM_CARD, message)).toBeUndefined();
});
