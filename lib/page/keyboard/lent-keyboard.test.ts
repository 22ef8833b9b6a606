// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { createLentKeyboard } from "./lent-keyboard.ts";

function isHeld(key = "a"): boolean {
  const event = new KeyboardEvent("keydown", { key, code: key, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: true });
  return !window.dispatchEvent(event);
}

afterEach(() => vi.restoreAllMocks());

test("holds keys from lending until they are released or given back", () => {
  const keyboard = createLentKeyboard();
  expect(isHeld()).toBe(false);
  keyboard.lend(() => {});
  keyboard.lend(() => {});
  expect(isHeld()).toBe(true);
  keyboard.release();
  expect(isHeld()).toBe(false);
  keyboard.lend(() => {});
  keyboard.giveBack();
  expect(isHeld()).toBe(false);
});

test("returns to this document and its field, once per lending", () => {
  document.body.innerHTML = `<input id="a"><input id="b">`;
  const [a, b] = [...document.querySelectorAll("input")];
  const toWindow = vi.spyOn(window, "focus");
  const keyboard = createLentKeyboard();
  a?.focus();
  keyboard.lend(() => {});
  b?.focus();
  keyboard.giveBack();
  expect(toWindow).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(a);
  b?.focus();
  keyboard.giveBack();
  expect(document.activeElement).toBe(b);
  expect(toWindow).toHaveBeenCalledOnce();
});

test("doesn't return from a place where the user has moved since the release", () => {
  document.body.innerHTML = `<input id="a"><input id="b">`;
  const [a, b] = [...document.querySelectorAll("input")];
  const toWindow = vi.spyOn(window, "focus");
  const keyboard = createLentKeyboard();
  a?.focus();
  keyboard.lend(() => {});
  keyboard.release();
  b?.focus();
  keyboard.giveBack();
  expect(document.activeElement).toBe(b);
  expect(toWindow).not.toHaveBeenCalled();
});

test("is withdrawn by an Esc while lent, until it is lent again", () => {
  const keyboard = createLentKeyboard();
  const onEsc = vi.fn();
  keyboard.lend(onEsc);
  expect(keyboard.isWithdrawn()).toBe(false);
  expect(isHeld("Escape")).toBe(true);
  expect(keyboard.isWithdrawn()).toBe(true);
  expect(onEsc).toHaveBeenCalledOnce();
  keyboard.release();
  expect(keyboard.isWithdrawn()).toBe(true);
  keyboard.lend(onEsc);
  expect(keyboard.isWithdrawn()).toBe(false);
  keyboard.release();
  expect(isHeld("Escape")).toBe(false);
  expect(keyboard.isWithdrawn()).toBe(false);
});
