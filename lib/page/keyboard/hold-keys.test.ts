// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdKeys } from "./hold-keys.ts";

let heard: string[] = [];
let end = () => {};
const onEsc = vi.fn();
let page = new AbortController();

/** Dispatches a key event as if a person typed it, unless `isTrusted` says otherwise. */
function type(kind: "keydown" | "keyup", key: string, isTrusted = true): boolean {
  const event = new KeyboardEvent(kind, { key, code: key, bubbles: true, cancelable: true });
  Object.defineProperty(event, "isTrusted", { value: isTrusted });
  return document.body.dispatchEvent(event);
}

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  page = new AbortController();
  for (const kind of ["keydown", "keyup"] as const)
    document.addEventListener(kind, ({ key }) => heard.push(`${kind} ${key}`), page);
  onEsc.mockReset();
  end = holdKeys(onEsc);
});

afterEach(() => {
  end();
  page.abort();
  vi.useRealTimers();
});

test("the page sees nothing of a held key from keydown to keyup, and its default is prevented", () => {
  expect([type("keydown", "Enter"), type("keyup", "Enter")]).toEqual([false, false]);
  expect(heard).toEqual([]);
});

test("doesn't hold the keyup of keys that were already down, or events dispatched by a script", () => {
  type("keyup", "Alt");
  type("keydown", "Enter", false);
  type("keydown", "Escape", false);
  expect(heard).toEqual(["keyup Alt", "keydown Enter", "keydown Escape"]);
  expect(onEsc).not.toHaveBeenCalled();
});

test("Esc goes to the card and is reported once; later keys go to the page, except for those still down", () => {
  type("keydown", "a");
  type("keydown", "Escape");
  type("keydown", "Escape");
  type("keydown", "a");
  expect(onEsc).toHaveBeenCalledOnce();
  type("keyup", "a");
  type("keyup", "Escape");
  expect(heard).toEqual([]);
  for (const key of ["b", "Escape"])
    for (const kind of ["keydown", "keyup"] as const) type(kind, key);
  expect(heard).toEqual(["keydown b", "keyup b", "keydown Escape", "keyup Escape"]);
  expect(onEsc).toHaveBeenCalledOnce();
});

test.each([
  ["the caller ends it", () => end()],
  ["the keyboard leaves the document", () => window.dispatchEvent(new Event("blur"))],
  [
    "the user clicks",
    () => document.body.dispatchEvent(new Event("pointerdown", { bubbles: true })),
  ],
  ["the time is up", () => vi.advanceTimersByTime(5_000)],
])("holds nothing after this: %s", (_, happens) => {
  document.body.dispatchEvent(new Event("blur", { bubbles: true }));
  vi.advanceTimersByTime(4_999);
  type("keydown", "a");
  expect(heard).toEqual([]);
  happens();
  type("keydown", "b");
  expect(heard).toEqual(["keydown b"]);
});
