// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BEHIND } from "../behind/part.ts";
import { WORDS } from "./brought-words.ts";
import { lookAt } from "./look-at.ts";

/** A mention in a tooltip while the part that handles tooltips (page-behind.js) isn't loaded. */

const query = { kind: "email", value: "ada@example.com" };

beforeEach(() => {
  vi.stubGlobal("chrome", {});
  globalThis.keycardLookupWords = WORDS;
  // happy-dom 21 has no default styles for these, and no layout.
  document.head.innerHTML = "<style>* { display: block; visibility: visible }</style>";
  vi.spyOn(Range.prototype, "getClientRects").mockReturnValue([
    new DOMRect(0, 0, 99, 9),
  ] as unknown as DOMRectList);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  globalThis.keycardLookupBehind = undefined;
});

function lookIn(html: string) {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild;
  const text = element?.firstChild;
  Object.assign(document, {
    elementFromPoint: () => element,
    elementsFromPoint: () => [element],
    caretPositionFromPoint: () => ({
      offsetNode: text,
      offset: 1,
      getClientRect: () => new DOMRect(0, 0, 1, 9),
    }),
  });
  return lookAt(1, 1, []);
}

const TOOLTIP = "<div role=tooltip>ada@example.com</div>";

test("waits for that part if it can be loaded", () => {
  expect(lookIn(TOOLTIP)).toBe("look-behind");
  expect(lookIn("<p>Nobody</p>")).toBe("look-behind");
});

test("uses the text if that part is loaded, and if it can't be injected", () => {
  for (const behind of [BEHIND, null]) {
    globalThis.keycardLookupBehind = behind;
    expect(lookIn(TOOLTIP)).toMatchObject({ query });
    expect(lookIn("<p>Nobody</p>")).toBeUndefined();
  }
});

test("doesn't need it outside of tooltips", () => {
  expect(lookIn("<p>ada@example.com</p>")).toMatchObject({ query });
});
