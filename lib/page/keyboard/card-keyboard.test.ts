// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CardKeyboard, createCardKeyboard } from "./card-keyboard.ts";
import { keyboardPlace } from "./keyboard-place.ts";

let keyboard: CardKeyboard;
let host: HTMLElement;

const field = (id: string) => document.getElementById(id) as HTMLInputElement;

beforeEach(() => {
  document.body.innerHTML = '<input id="first"><input id="second">';
  host = document.createElement("div");
  host.tabIndex = -1;
  const frame = document.createElement("iframe");
  document.body.append(host);
  // happy-dom 21 has no focus in frames; the browser says that the host has it.
  frame.focus = () => host.focus();
  frame.blur = () => host.blur();
  keyboard = createCardKeyboard({ element: host, frame } as never);
});

afterEach(() => keyboard.end());

/** What the browser does for a click in the frame. */
function clickInCard(from: HTMLElement): void {
  host.focus();
  from.dispatchEvent(
    Object.defineProperty(new FocusEvent("blur", { relatedTarget: host }), "isTrusted", {
      value: true,
    }),
  );
}

test("the keyboard goes back to where it was noted", () => {
  field("first").focus();
  const place = keyboardPlace();
  clickInCard(field("first"));
  expect(keyboard.isIn()).toBe(true);
  keyboard.giveBack(place);
  expect(document.activeElement).toBe(field("first"));
});

test("after a click that was quicker than the note, it goes back to where it came from", () => {
  field("first").focus();
  const place = keyboardPlace();
  field("second").focus();
  clickInCard(field("second"));
  keyboard.giveBack(place);
  expect(document.activeElement).toBe(field("second"));
});

test("what it came from has gone: it goes to the place that was noted", () => {
  field("first").focus();
  const place = keyboardPlace();
  field("second").focus();
  clickInCard(field("second"));
  field("second").remove();
  keyboard.giveBack(place);
  expect(document.activeElement).toBe(field("first"));
});
