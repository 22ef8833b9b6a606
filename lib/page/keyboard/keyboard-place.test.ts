// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { keyboardPlace } from "./keyboard-place.ts";

beforeEach(() => {
  document.body.innerHTML = `<input id="field" value="ada@example.com"><input id="other">
    <div id="editor" contenteditable="true" tabindex="0"><p>one</p><p>two</p></div>`;
});

const element = (id: string) => document.getElementById(id) as HTMLInputElement;
const text = (n: number) => element("editor").children[n]?.firstChild as Text;

test("restores the focus to a field, with the caret where it was", () => {
  const field = element("field");
  field.focus();
  field.setSelectionRange(3, 5, "backward");
  const place = keyboardPlace();
  expect(place.element).toBe(field);
  element("other").focus();
  field.setSelectionRange(0, 0);
  place.restore();
  expect(document.activeElement).toBe(field);
  expect([field.selectionStart, field.selectionEnd, field.selectionDirection]).toEqual([
    3,
    5,
    "backward",
  ]);
});

test("restores the caret in an editor to its character, even if the browser has moved it to the start", () => {
  element("editor").focus();
  getSelection()?.setBaseAndExtent(text(1), 3, text(1), 1);
  const place = keyboardPlace();
  element("other").focus();
  getSelection()?.collapse(text(0), 0);
  place.restore();
  expect(document.activeElement).toBe(element("editor"));
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() as Selection;
  expect([anchorNode, anchorOffset, focusNode, focusOffset]).toEqual([text(1), 3, text(1), 1]);
});

test("leaves the caret where the browser puts it if the page has removed its text", () => {
  element("editor").focus();
  getSelection()?.collapse(text(1), 2);
  const place = keyboardPlace();
  text(1).remove();
  getSelection()?.collapse(text(0), 1);
  place.restore();
  expect(getSelection()?.anchorNode).toBe(text(0));
  expect(getSelection()?.anchorOffset).toBe(1);
});

test("restores the focus to a field that has no readable caret", () => {
  const field = element("field");
  field.type = "email";
  field.focus();
  const place = keyboardPlace();
  element("other").focus();
  place.restore();
  expect(document.activeElement).toBe(field);
});

test("restores the focus to a field whose caret has become unreadable meanwhile", () => {
  const field = element("field");
  field.focus();
  field.setSelectionRange(3, 5);
  const place = keyboardPlace();
  element("other").focus();
  field.type = "email";
  expect(() => place.restore()).not.toThrow();
  expect(document.activeElement).toBe(field);
});
