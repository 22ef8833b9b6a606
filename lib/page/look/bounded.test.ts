// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { BEHIND } from "../behind/part.ts";
import { WORDS } from "./brought-words.ts";
import { lookAt } from "./look-at.ts";

/** Counts the work of one look: never more in a long list than in a short one (design, invariant 11). */

const closed = new WeakMap<Element, ShadowRoot>();

// Once for all tests: menus are cached for some time, and that time must not start again.
beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

beforeEach(() => {
  vi.stubGlobal("chrome", {
    dom: { openOrClosedShadowRoot: (host: Element) => closed.get(host) ?? null },
  });
  globalThis.keycardLookupWords = WORDS;
  globalThis.keycardLookupBehind = BEHIND;
  // happy-dom 21 has no default styles for these, and no layout.
  document.head.innerHTML =
    "<style>* { display: block; visibility: visible } span { display: inline } slot { display: contents }</style>";
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const row = (text: string) => `<p><span>${text}</span></p>\n`;

/** A list in which only the row in the middle can refer to a person. */
function listOf(length: number, text: string): string {
  const half = row("Ticket").repeat(length / 2);
  return `${half}${row(text).replace("<p>", "<p id=here>")}${half}`;
}

const PAGES: Record<string, (rows: string) => void> = {
  "in the body"(rows) {
    document.body.innerHTML = rows;
  },
  "in a list"(rows) {
    document.body.innerHTML = `<div role=list>${rows}</div>`;
  },
  "in the slot of an open tree": (rows) => slotted(rows, "open"),
  "in the slot of a closed tree": (rows) => slotted(rows, "closed"),
};

function slotted(rows: string, mode: ShadowRootMode): void {
  document.body.innerHTML = `<x-list>${rows}</x-list>`;
  const host = document.querySelector("x-list") as Element;
  const root = host.attachShadow({ mode });
  root.innerHTML = "<b>A list</b><div><slot></slot></div>";
  if (mode === "closed") closed.set(host, root);
}

/** The hovered place: the text of the row in the middle, the space next to it, or the space between rows. */
type Place = "text" | "beside" | "between";

/** Looks at that place. @returns the number of operations of each kind */
function countAt(place: Place): Record<string, number> {
  const here = document.getElementById("here") as Element;
  const text = here.firstElementChild?.firstChild as Text;
  const hit = { text: here.firstElementChild, beside: here, between: here.parentElement }[place];
  const counts = { steps: 0, texts: 0, styles: 0, boxes: 0, points: 0, queries: 0 };
  const ask = <T>(answer: T) => {
    counts.points++;
    return answer;
  };
  const caret = { offsetNode: text, offset: 1, getClientRect: () => new DOMRect(0, 0, 1, 9) };
  Object.assign(document, {
    elementFromPoint: () => ask(hit),
    elementsFromPoint: () => ask([hit]),
    caretPositionFromPoint: () => ask(place === "text" ? caret : null),
  });
  // dom.ts takes each step with the prototype's accessor; happy-dom uses these accessors too.
  const { getOwnPropertyDescriptor } = Object;
  vi.spyOn(Object, "getOwnPropertyDescriptor").mockImplementation((of, name) => {
    if (of === Node.prototype && name !== "nodeType") counts.steps++;
    return getOwnPropertyDescriptor(of, name);
  });
  const { nextNode } = TreeWalker.prototype;
  vi.spyOn(TreeWalker.prototype, "nextNode").mockImplementation(function (this: TreeWalker) {
    counts.texts++;
    return nextNode.call(this);
  });
  const { assignedNodes } = HTMLSlotElement.prototype;
  vi.spyOn(HTMLSlotElement.prototype, "assignedNodes").mockImplementation(function (
    this: HTMLSlotElement,
  ) {
    const nodes = assignedNodes.call(this);
    counts.steps += nodes.length;
    return nodes;
  });
  const styleOf = getComputedStyle;
  vi.spyOn(window, "getComputedStyle").mockImplementation((...of) => {
    counts.styles++;
    return styleOf(...of);
  });
  vi.spyOn(Range.prototype, "getClientRects").mockImplementation(function (this: Range) {
    counts.boxes++;
    const isThere = place === "text" && this.startContainer === text;
    return (isThere ? [new DOMRect(0, 0, 99, 9)] : []) as unknown as DOMRectList;
  });
  const root =
    here.parentElement && (closed.get(here.parentElement) ?? here.parentElement.shadowRoot);
  if (root)
    Object.assign(root, {
      elementFromPoint: () => ask(root.querySelector("div")),
      elementsFromPoint: () => ask([root.querySelector("div")]),
    });
  for (const tree of root ? [document, root] : [document])
    vi.spyOn(tree, "querySelectorAll").mockImplementation((what: string) => {
      // A tree has few slots, and happy-dom queries style sheets.
      if (what !== "slot" && !what.includes("style")) counts.queries++;
      return Object.getPrototypeOf(tree).querySelectorAll.call(tree, what);
    });
  lookAt(1, 1, []);
  vi.restoreAllMocks();
  return counts;
}

const CASES = Object.keys(PAGES).flatMap((where) =>
  (["text", "beside", "between"] as const).flatMap((place) =>
    ["Ada Lovelace", "ada@example.com"].map((text) => [where, place, text] as const),
  ),
);

test.each(CASES)("%s: a look (%s, %s) takes no more steps in a long list", (where, place, text) => {
  const [short, long] = [300, 1_200].map((length) => {
    PAGES[where]?.(listOf(length, text));
    vi.advanceTimersByTime(60_000);
    return countAt(place);
  });
  expect(long).toEqual(short);
  expect(short?.["steps"]).toBeLessThan(3_000);
  expect(short?.["points"]).toBeLessThanOrEqual(2 * (where.includes("slot") ? 2 : 1) + 1);
});

test("searches whole trees for menus only after someone is found, and then not at each look", () => {
  PAGES["in the body"]?.(listOf(20, "ada@example.com"));
  vi.advanceTimersByTime(60_000);
  expect(countAt("beside")["queries"]).toBe(0);
  expect(countAt("text")["queries"]).toBe(2);
  expect(countAt("text")["queries"]).toBe(0);
  vi.advanceTimersByTime(300);
  expect(countAt("text")["queries"]).toBe(2);
});

test("a look at a word that isn't a name reads the styles of few elements", () => {
  const group = `<div>${row("Ticket").repeat(9)}${row("grace@example.com")}</div>`;
  document.body.innerHTML = `${group.repeat(4)}<div>${row("Fixed a bug").replace("<p>", "<p id=here>")}${group}</div>`;
  vi.advanceTimersByTime(60_000);
  const { styles } = countAt("text");
  expect(styles).toBeLessThan(30);
});
