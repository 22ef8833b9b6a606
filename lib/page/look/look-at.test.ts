// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BEHIND } from "../behind/part.ts";
import { WORDS } from "./brought-words.ts";
import { lookAt } from "./look-at.ts";

/** What is said of a mention in a tooltip while the part that knows of tooltips (page-behind.js) is not here. */

const query = { kind: "email", value: "ada@example.com" };

beforeEach(() => {
  vi.stubGlobal("chrome", {});
  globalThis.keycardLookupWords = WORDS;
  // happy-dom 21 has no style sheet of its own for these, and no layout.
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

test("it waits for that part, where it may be had", () => {
  expect(lookIn(TOOLTIP)).toBe("look-behind");
  expect(lookIn("<p>Nobody</p>")).toBe("look-behind");
});

test("what the text says holds, where it is here, and where it cannot be put in", () => {
  for (const behind of [BEHIND, null]) {
    globalThis.keycardLookupBehind = behind;
    expect(lookIn(TOOLTIP)).toMatchObject({ query });
    expect(lookIn("<p>Nobody</p>")).toBeUndefined();
  }
});

test("outside of what floats it is needed for nobody", () => {
  expect(lookIn("<p>ada@example.com</p>")).toMatchObject({ query });
});
