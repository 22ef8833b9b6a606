import { expect, it } from "vitest";
import { dispatchFromCard, FROM_CARD } from "./card-port.ts";
import { dispatch } from "./message-handlers.ts";

const query = { kind: "email", value: "ada@example.com" };

/** Handlers that record everything a card can send. */
function noting() {
  const handedOn: object[] = [];
  const handlers = Object.fromEntries(
    Object.keys(FROM_CARD).map((type) => [
      type,
      (params: object) => void handedOn.push({ type, ...params }),
    ]),
  );
  return { handedOn, handlers };
}

/** What is passed on from a card's message, as a message again. @returns undefined if it is dropped */
function heard(message: unknown): object[] | undefined {
  const { handedOn, handlers } = noting();
  const taken = dispatchFromCard(message, handlers as never);
  if (!taken) expect(handedOn).toEqual([]);
  return taken ? handedOn : undefined;
}

it.each([
  { type: "painted", look: 1 },
  { type: "pointer", time: 1.5 },
  { type: "refresh" },
  { type: "lookElsewhere" },
  { type: "suggest" },
  { type: "choose", place: 0 },
  { type: "search" },
  { type: "close" },
  { type: "pin", pinned: true },
  { type: "pin", pinned: false },
  { type: "expand", expanded: true },
  { type: "expand", expanded: false },
  { type: "openOptions" },
  { type: "unlock" },
  { type: "openSidePanel" },
])("accepts from the card that it has painted, where the pointer is, and clicks: %j", (message) => {
  expect(heard(message)).toEqual([message]);
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
  { type: "choose" },
  { type: "choose", place: -1 },
  { type: "choose", place: 0.5 },
  { type: "choose", place: 0, query },
  { type: "pin" },
  { type: "pin", pinned: 1 },
  { type: "expand" },
  { type: "expand", expanded: true, more: 1 },
  { type: "toString" },
  { type: "" },
  undefined,
])("accepts nothing else from the card, such as %j", (message) => {
  expect(heard(message)).toBeUndefined();
});

it("passes the background's messages to the card unchanged, except for those without a handler", () => {
  const { handedOn, handlers } = noting();
  expect(dispatch(handlers, { type: "pin", pinned: true })).toBe(true);
  for (const message of [undefined, null, "pin", {}, { type: "other" }, { type: "toString" }])
    expect(dispatch(handlers, message)).toBe(false);
  expect(handedOn).toEqual([{ type: "pin", pinned: true }]);
});
