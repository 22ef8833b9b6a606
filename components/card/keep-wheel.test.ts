// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { keepWheel } from "./keep-wheel.ts";

const card = document.createElement("main");
const bar = document.createElement("header");
const scroller = document.createElement("div");
card.append(bar, scroller);

/** Whether a wheel event was kept. */
function isKept(over: Element, content: number, ctrlKey = false): boolean {
  Object.defineProperty(scroller, "scrollHeight", { value: content, configurable: true });
  Object.defineProperty(scroller, "clientHeight", { value: 300, configurable: true });
  const event = new WheelEvent("wheel", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "ctrlKey", { value: ctrlKey });
  const end = keepWheel(card, scroller);
  over.dispatchEvent(event);
  end();
  return event.defaultPrevented;
}

it("keeps the wheel if nothing can scroll", () => {
  expect(isKept(scroller, 300)).toBe(true);
  expect(isKept(bar, 900)).toBe(true);
});

it("lets the wheel scroll the card, and zoom the page", () => {
  expect(isKept(scroller, 301)).toBe(false);
  expect(isKept(bar, 300, true)).toBe(false);
});
