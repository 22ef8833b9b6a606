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

test("a card that is shown can be clicked as soon as the browser says that it can be seen", () => {
  const card = guard();
  card.shown();
  expect(card.allows()).toBe(false);
  card.pass(100);
  card.seen(true);
  expect(card.allows()).toBe(true);
});

test("a covered card cannot, nor right after it was let go", () => {
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

test("a click counts as of when it was made, however late it is decided", () => {
  const card = shownCard();
  card.seen(false);
  card.pass(5_000);
  card.seen(true);
  card.pass(CLICK_STEADY_MS + 100);
  expect(card.allows(101)).toBe(false);
  expect(card.allows(100)).toBe(true);
});

test("one that was covered from the start cannot either", () => {
  const card = guard();
  card.shown();
  card.seen(false);
  card.pass(CARD_REVEAL_MS);
  card.seen(true);
  expect(card.allows()).toBe(false);
  card.pass(CLICK_STEADY_MS);
  expect(card.allows()).toBe(true);
});

test("one that is covered and let go again soon after it was shown cannot either", () => {
  const card = shownCard();
  card.pass(SIGHT_REPORT_MS);
  card.seen(false);
  card.pass(SIGHT_REPORT_MS);
  card.seen(true);
  expect(card.allows()).toBe(false);
  card.pass(CLICK_STEADY_MS);
  expect(card.allows()).toBe(true);
});

test("a late report that the card before is gone is no cover", () => {
  const card = shownCard();
  card.pass(5_000);
  card.shown();
  card.pass(SIGHT_REPORT_MS - 1);
  card.seen(false);
  card.pass(SIGHT_REPORT_MS);
  card.seen(true);
  expect(card.allows()).toBe(true);
});

test("a frame that loads while it is shown is visible before it is told whom to show", () => {
  const card = guard();
  card.seen(true);
  card.pass(50);
  card.shown();
  expect(card.allows()).toBe(true);
});

test.each([
  ["below a resting pointer", { ...AT, clientX: 350 }],
  ["along with the pointer", { ...AT, screenX: 850, screenY: 700 }],
  // As told in a page that zoomed itself from 100 % to 105 % (Chromium 150).
  ["by a zoom", { clientX: 81, clientY: 69.9, screenX: 550.2, screenY: 660.97 }],
])("a frame that was moved %s cannot, for a while", (_, after) => {
  const card = shownCard();
  card.pointer(AT);
  card.pass(5_000);
  card.pointer(after);
  expect(card.allows()).toBe(false);
  card.pass(CLICK_STEADY_MS);
  expect(card.allows()).toBe(true);
});

test("a pointer that moves, on a screen of any scale, is no frame that moves", () => {
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

test("the next person's card may stand elsewhere", () => {
  const card = shownCard();
  card.pointer(AT);
  card.shown();
  card.pointer({ ...AT, clientX: 350 });
  expect(card.allows()).toBe(true);
});

test("a card that is given its other size may move, once", () => {
  const card = shownCard();
  card.pointer(AT);
  card.pass(5_000);
  card.resizing();
  card.pass(20);
  // The browser has not yet seen it in its new place.
  card.seen(false);
  card.pass(100);
  card.seen(true);
  card.pointer({ ...AT, clientY: 240 });
  expect(card.allows()).toBe(true);
  card.pointer(AT);
  expect(card.allows()).toBe(false);
});

test("one that moves long after cannot be clicked for a while", () => {
  const card = shownCard();
  card.pointer(AT);
  card.resizing();
  card.pass(CARD_REVEAL_MS);
  card.pointer({ ...AT, clientY: 240 });
  expect(card.allows()).toBe(false);
});

test("one whose pointer is seen again only long after it was given its other size can be clicked", () => {
  const card = shownCard();
  card.pointer(AT);
  card.resizing();
  card.resized();
  card.pass(60_000);
  card.pointer({ ...AT, clientY: 240 });
  expect(card.allows()).toBe(true);
});
