import { expect, test } from "vitest";
import { CARD_REVEAL_MS, CLICK_STEADY_MS, createClickGuard } from "./click-guard.ts";
import { SIGHT_REPORT_MS } from "./plain-sight.ts";

const AT = { clientX: 50, clientY: 60, screenX: 550, screenY: 660 };

function guard() {
  let time = 10_000;
  const made = createClickGuard(() => time);
  const pass = (ms: number) => {
    time += ms;
  };
  return { ...made, pass, allows: (ago = 0) => made.allows(time - ago) };
}

/** A card that is shown, and reported visible soon after. */
function shownCard() {
  const card = guard();
  card.shown();
  card.pass(100);
  card.seen(true);
  return card;
}

test("a card can be clicked as soon as the browser reports it visible", () => {
  const card = guard();
  card.shown();
  expect(card.allows()).toBe(false);
  card.pass(100);
  card.seen(true);
  expect(card.allows()).toBe(true);
});

test("a covered card can't be clicked, nor right after it is uncovered", () => {
  const card = shownCard();
  card.pass(5_000);
  card.seen(false);
  expect(card.allows()).toBe(false);
  card.pass(5_000);
  card.seen(true);
  expect(card.allows()).toBe(false);
  card.pass(CLICK_STEADY_MS - 1);
  card.seen(true);
  expect(card.allows()).toBe(false);
  card.pass(1);
  expect(card.allows()).toBe(true);
});

test("a click is judged by when it was made, however late the decision", () => {
  const card = shownCard();
  card.seen(false);
  card.pass(5_000);
  card.seen(true);
  card.pass(CLICK_STEADY_MS + 100);
  expect(card.allows(101)).toBe(false);
  expect(card.allows(100)).toBe(true);
});

test("a card that was covered from the start can't be clicked", () => {
  const card = guard();
  card.shown();
  card.seen(false);
  card.pass(CARD_REVEAL_MS);
  card.seen(true);
  expect(card.allows()).toBe(false);
  card.pass(CLICK_STEADY_MS);
  expect(card.allows()).toBe(true);
});

test("a card that is covered and uncovered soon after it was shown can't be clicked", () => {
  const card = shownCard();
  card.pass(SIGHT_REPORT_MS);
  card.seen(false);
  card.pass(SIGHT_REPORT_MS);
  card.seen(true);
  expect(card.allows()).toBe(false);
  card.pass(CLICK_STEADY_MS);
  expect(card.allows()).toBe(true);
});

test("a late report that the previous card is gone doesn't count as covered", () => {
  const card = shownCard();
  card.pass(5_000);
  card.shown();
  card.pass(SIGHT_REPORT_MS - 1);
  card.seen(false);
  card.pass(SIGHT_REPORT_MS);
  card.seen(true);
  expect(card.allows()).toBe(true);
});

test("a card that was closed in a tab that then went to the background can be clicked when it is shown again", () => {
  const card = shownCard();
  card.hidden();
  card.pass(60_000);
  card.shown();
  card.pass(2 * SIGHT_REPORT_MS);
  // About the card that was closed: in the background the browser reports nothing.
  card.seen(false);
  card.pass(10);
  card.seen(true);
  expect(card.allows()).toBe(true);
  // From then on, it is covered like any other.
  card.seen(false);
  card.pass(10);
  card.seen(true);
  expect(card.allows()).toBe(false);
});

test("a frame that loads while shown is visible before it is told so", () => {
  const card = guard();
  card.seen(true);
  card.pass(50);
  card.shown();
  expect(card.allows()).toBe(true);
});

test.each([
  ["below a resting pointer", { ...AT, clientX: 350 }],
  ["along with the pointer", { ...AT, screenX: 850, screenY: 700 }],
  // As reported in a page that zoomed itself from 100% to 105% (Chromium 150).
  ["by a zoom", { clientX: 81, clientY: 69.9, screenX: 550.2, screenY: 660.97 }],
])("a frame that was moved %s can't be clicked for a while", (_, after) => {
  const card = shownCard();
  card.pointer(AT);
  card.pass(5_000);
  card.pointer(after);
  expect(card.allows()).toBe(false);
  card.pass(CLICK_STEADY_MS);
  expect(card.allows()).toBe(true);
});

test("a moving pointer, on a screen of any scale, doesn't count as a moved frame", () => {
  const card = shownCard();
  card.pointer(AT);
  for (const scale of [0.25, 0.5, 1, 1.1, 3, 5])
    for (let n = 1; n < 30; n++) {
      card.pointer({
        clientX: 50 + n,
        clientY: 60 - n,
        screenX: Math.round(550 + n * scale),
        screenY: Math.round(660 - n * scale),
      });
      expect(card.allows()).toBe(true);
    }
});

test("the next person's card can be somewhere else", () => {
  const card = shownCard();
  card.pointer(AT);
  card.shown();
  card.pointer({ ...AT, clientX: 350 });
  expect(card.allows()).toBe(true);
});

test("a card that is resized can move once", () => {
  const card = shownCard();
  card.pointer(AT);
  card.pass(5_000);
  card.resizing();
  card.pass(20);
  // The browser hasn't yet reported it visible in its new place.
  card.seen(false);
  card.pass(100);
  card.seen(true);
  card.pointer({ ...AT, clientY: 240 });
  expect(card.allows()).toBe(true);
  card.pointer(AT);
  expect(card.allows()).toBe(false);
});

test("a card that moves long after that can't be clicked for a while", () => {
  const card = shownCard();
  card.pointer(AT);
  card.resizing();
  card.pass(CARD_REVEAL_MS);
  card.pointer({ ...AT, clientY: 240 });
  expect(card.allows()).toBe(false);
});

test("a card whose pointer is seen again only long after a resize can be clicked", () => {
  const card = shownCard();
  card.pointer(AT);
  card.resizing();
  card.resized();
  card.pass(60_000);
  card.pointer({ ...AT, clientY: 240 });
  expect(card.allows()).toBe(true);
});
