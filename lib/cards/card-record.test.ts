import { expect, test } from "vitest";
import { memoryArea } from "../memory-area.ts";
import type { CardPort } from "./card-port.ts";
import { readCard, recordedTabs, writeCard } from "./card-record.ts";
import type { About, CardState, Subject } from "./card-state.ts";

const about: About = {
  query: { kind: "email", value: "ada@example.com" },
  pinned: true,
  expanded: false,
  isPrivate: true,
};
const frame = { frameId: 3, documentId: "doc" };
const controller = new AbortController();
const told = {
  is: "told",
  zoneId: "zone",
  controller,
  names: [],
  isLast: true,
  ...about,
} as const;
const ticketed = (subject: Subject): CardState => ({
  name: "ticketed",
  ticket: "ticket",
  issuedAt: 5,
  page: 0.5,
  look: 2,
  subject,
});
const cut = (subject: Subject): CardState => ({
  name: "cut",
  ticket: "ticket",
  frame,
  page: 0.5,
  look: 2,
  subject,
});
const inLine = (subject: Subject): CardState => ({
  ...(cut(subject) as CardState & { name: "cut" }),
  name: "in-line",
  port: {} as CardPort,
  begun: 2,
});

const wanted: Subject = { is: "wanted", fresh: false, ...about };
const toldBefore: Subject = { is: "told-before", zoneId: "zone", ...about };

test.each<[string, CardState, CardState]>([
  ["a ticket", ticketed({ is: "nobody" }), ticketed({ is: "nobody" })],
  ["who a loading frame should show", ticketed(wanted), ticketed(wanted)],
  ["a port, which is disconnected by then", inLine(wanted), cut(wanted)],
  ["a frame without a port", cut({ is: "nobody" }), cut({ is: "nobody" })],
  ["an answer, which only the frame has by then", inLine(told), cut(toldBefore)],
  [
    "an answer without a zone",
    inLine({ ...told, zoneId: undefined }),
    cut({ is: "told-before", zoneId: undefined, ...about }),
  ],
  ["an answer that was already left", cut(toldBefore), cut(toldBefore)],
  ["a lookup, which is repeated", inLine({ ...told, isLast: false }), cut(wanted)],
  ["a Refresh in progress", inLine({ ...wanted, fresh: true }), cut(wanted)],
  [
    "nothing about a frame that was removed",
    ticketed({ is: "nobody", former: told }),
    ticketed({ is: "nobody" }),
  ],
  [
    "a frame whose document has no ID",
    { ...cut(wanted), frame: { frameId: 3 } } as CardState,
    {
      ...cut(wanted),
      frame: { frameId: 3 },
    } as CardState,
  ],
])("when the worker stops, it leaves %s", async (_, state, left) => {
  const area = memoryArea();
  await writeCard(area, 7, state);
  expect(await readCard(area, 7)).toStrictEqual(left);
});

test("contains no answer", async () => {
  const area = memoryArea();
  const answer = { state: "absent", asOf: 123_456 } as const;
  await writeCard(area, 7, inLine({ ...told, answer }));
  expect(JSON.stringify(area.all())).not.toContain("123456");
});

test("there is none in a tab without a card, or after the card has ended", async () => {
  const area = memoryArea();
  expect(await readCard(area, 7)).toEqual({ name: "none" });
  await writeCard(area, 7, ticketed(wanted));
  await writeCard(area, 7, { name: "none" });
  expect(area.all()).toEqual({});
});

test.each<unknown>([
  "not a record",
  { ticket: 1 },
  { ticket: "t", page: 0.5, look: 1, issuedAt: 5, more: 1 },
  { ticket: "t", page: 0.5, look: 1, frame: { ...frame, more: 1 } },
  { ticket: "t", page: 0.5, look: 1, about: { ...about, more: 1 } },
  { ticket: "t", page: 0.5, look: 1, about: { ...about, told: { more: 1 } } },
  { ticket: "t", page: 0.5, look: 1, about: { query: about.query } },
])("ignores what isn't a valid record: %j", async (stored) => {
  expect(await readCard(memoryArea({ "card.7": stored }), 7)).toEqual({ name: "none" });
});

test("lists the tabs that have one", async () => {
  const area = memoryArea({
    "card.7": {},
    "card.12": {},
    "card.x": {},
    "card.5x": {},
    "my card.5": {},
    card: {},
  });
  expect(await recordedTabs(area)).toEqual([7, 12]);
});
