// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { createLentKeyboard } from "./lent-keyboard.ts";

function isHeld(key = "a"): boolean {
  const event = new KeyboardEvent("keydown", { key, code: key, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: true });
  return !window.dispatchEvent(event);
}

afterEach(() => vi.restoreAllMocks());

test("keys are held from when it is lent until it is released or given back", () => {
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

test("it comes back to this document and the field in it, once for each time that it is lent", () => {
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

test("it does not come back from where the person has gone since it was released", () => {
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

test("it is withdrawn by an Esc while it is lent, until it is lent again", () => {
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
