// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { WORDS } from "../look/brought-words.ts";
import { textAround } from "../look/text-around.ts";
import { BEHIND } from "./part.ts";
import { LOOKS_AT_MS } from "./rest.ts";

const again = vi.fn();
let hovered: Element | null = null;

beforeAll(() => {
  vi.useFakeTimers();
  globalThis.keycardLookupWords = WORDS;
});
afterAll(() => void vi.useRealTimers());
afterEach(() => void vi.restoreAllMocks());

beforeEach(() => {
  again.mockClear();
  document.head.innerHTML = "<style>* { visibility: visible } span { display: inline }</style>";
  document.body.innerHTML = `<p>By <span>Ada</span></p>`;
  hovered = name();
  const { matches } = Element.prototype;
  vi.spyOn(Element.prototype, "matches").mockImplementation(function (this: Element, what) {
    return what === ":hover" ? this === hovered : matches.call(this, what);
  });
});

const name = () => document.querySelector("span") as Element;

/** The pointer comes to rest on the name, in which no one is found. */
function rest(): void {
  const text = name().firstChild as Text;
  expect(BEHIND.of({ element: name(), run: textAround(text, 1) }, [], "hover")).toBe(undefined);
  BEHIND.restsAt({ x: 1, y: 1 }, again);
}

// With an attribute: `Document` in vitest isn't the class of the document that happy-dom creates.
const refer = () => name().setAttribute("data-tooltip", "ada@example.com");

test.each(LOOKS_AT_MS)("finds a tooltip that appears before %i ms of rest at that time", (ms) => {
  rest();
  vi.advanceTimersByTime(ms - 1);
  refer();
  expect(again).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(again).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(again).toHaveBeenCalledOnce();
});

test("reads a text whose tooltip never appears a few times, and then stops", () => {
  rest();
  const reads = vi.spyOn(Element.prototype, "getAttributeNames");
  vi.advanceTimersByTime(LOOKS_AT_MS.at(-1) ?? 0);
  expect(reads).toHaveBeenCalled();
  reads.mockClear();
  vi.advanceTimersByTime(60_000);
  expect(reads).not.toHaveBeenCalled();
  refer();
  expect(again).not.toHaveBeenCalled();
});

test.each<[string, () => void]>([
  ["the pointer has left", () => (hovered = document.body)],
  ["the text has changed", () => (name().textContent = "Bob")],
  ["the page has replaced the element", () => name().replaceWith(name().cloneNode(true))],
  [
    "the next look has found someone elsewhere, or no one",
    () => BEHIND.restsAt({ x: 1, y: 1 }, again),
  ],
])("doesn't look again if %s", (_, happens) => {
  rest();
  happens();
  refer();
  vi.advanceTimersByTime(60_000);
  expect(again).not.toHaveBeenCalled();
});

/** The pointer rests on a tooltip of another word, above the name. */
function restOnTooltip(): () => void {
  const tooltip = document.createElement("div");
  tooltip.setAttribute("role", "tooltip");
  tooltip.style.position = "fixed";
  document.body.append(tooltip);
  hovered = tooltip;
  Object.assign(document, {
    elementFromPoint: () => hovered,
    elementsFromPoint: () => [tooltip, name(), document.body],
  });
  BEHIND.restsAt({ x: 1, y: 1 }, again);
  return () => {
    tooltip.remove();
    hovered = name();
  };
}

test("looks again at what was below a tooltip after the tooltip has disappeared", () => {
  const go = restOnTooltip();
  vi.advanceTimersByTime(LOOKS_AT_MS[0] ?? 0);
  expect(again).not.toHaveBeenCalled();
  go();
  vi.advanceTimersByTime(60_000);
  expect(again).toHaveBeenCalledOnce();
});

test("doesn't look again at what the page has meanwhile placed below it", () => {
  const go = restOnTooltip();
  name().textContent = "ada@example.com";
  go();
  vi.advanceTimersByTime(60_000);
  expect(again).not.toHaveBeenCalled();
});
