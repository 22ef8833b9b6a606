// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdKeys } from "./hold-keys.ts";

let heard: string[] = [];
let end = () => {};
const onEsc = vi.fn();
let page = new AbortController();

/** As a person types, unless it says otherwise. */
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

test("the page hears nothing of a key, from its beginning to its end, and it does nothing there", () => {
  expect([type("keydown", "Enter"), type("keyup", "Enter")]).toEqual([false, false]);
  expect(heard).toEqual([]);
});

test("the end of keys that were down before, and what a script makes, are not held", () => {
  type("keyup", "Alt");
  type("keydown", "Enter", false);
  type("keydown", "Escape", false);
  expect(heard).toEqual(["keyup Alt", "keydown Enter", "keydown Escape"]);
  expect(onEsc).not.toHaveBeenCalled();
});

test("Esc is the card's, told once, and what is typed after it is the page's; but for keys that are still down", () => {
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
  ["whoever began it ends it", () => end()],
  ["the keyboard leaves the document", () => window.dispatchEvent(new Event("blur"))],
  [
    "the person clicks",
    () => document.body.dispatchEvent(new Event("pointerdown", { bubbles: true })),
  ],
  ["the time is up", () => vi.advanceTimersByTime(5_000)],
])("nothing is held any more when %s", (_, happens) => {
  document.body.dispatchEvent(new Event("blur", { bubbles: true }));
  vi.advanceTimersByTime(4_999);
  type("keydown", "a");
  expect(heard).toEqual([]);
  happens();
  type("keydown", "b");
  expect(heard).toEqual(["keydown b"]);
});
