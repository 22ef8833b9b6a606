/**
 * What runs in the matrix and the documents of its frames. Each function is self-contained, because drivers send it to
 * the browser as text.
 */

/** A rectangle, CSS px of its document's viewport. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where to put the pointer, and the line of text (or the element) that is meant. */
export interface Spot {
  x: number;
  y: number;
  box: Rect;
}

/** A case as the page contains it. */
export interface PageCase {
  name: string;
  expect: string;
}

/** The cases in this document, including shadow trees but not its frames. */
export function casesHere(): PageCase[] {
  const { matrixRoots } = window as { matrixRoots?: WeakMap<Element, ShadowRoot> };
  const cases: PageCase[] = [];
  const visit = (tree: ParentNode) => {
    for (const element of tree.querySelectorAll<HTMLElement>("*")) {
      const { case: name, expect } = element.dataset ?? {};
      if (name !== undefined && expect !== undefined)
        cases.push({ name: name.slice(1), expect: expect.slice(1) });
      const root = element.shadowRoot ?? matrixRoots?.get(element);
      if (root) visit(root);
    }
  };
  visit(document);
  return cases;
}

/** Scrolls a row of the sheet to the middle of the window, and waits until the page has received the scroll event. */
export async function showRow(name: string): Promise<void> {
  document.getElementById(`case-${name}`)?.scrollIntoView({ block: "center", behavior: "instant" });
  // The event arrives with the next frame; after the pointer, it would close what has opened.
  for (let frames = 0; frames < 2; frames++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * Scrolls a frame's document to where its case wants it, as its script did when it was loaded: in Chromium 156, a frame
 * of another process was found at 0 later, on two machines, with its right size (frame-scrolled-cross).
 */
export async function scrollFrame(): Promise<void> {
  const { scroll } = document.documentElement.dataset;
  if (scroll === undefined || scrollY === Number(scroll)) return;
  scrollTo({ top: Number(scroll), behavior: "instant" });
  // As in `showRow`.
  for (let frames = 0; frames < 2; frames++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * Where to hover for a case of this document.
 *
 * @throws Error if the case or its text isn't there
 */
export function spotOf(name: string): Spot {
  const { matrixRoots } = window as { matrixRoots?: WeakMap<Element, ShadowRoot> };
  const elements: HTMLElement[] = [];
  const texts: Text[] = [];
  let wanted: HTMLElement | undefined;
  const visit = (tree: ParentNode & Node) => {
    for (const element of tree.querySelectorAll<HTMLElement>("*")) {
      if (element.dataset?.["case"] === `=${name}`) wanted = element;
      const root = element.shadowRoot ?? matrixRoots?.get(element);
      if (wanted === element) {
        collect(element);
        return;
      }
      if (root) visit(root);
      if (wanted) return;
    }
  };
  const collect = (tree: Node) => {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) texts.push(node);
      else {
        const element = node as HTMLElement;
        elements.push(element);
        const root = element.shadowRoot ?? matrixRoots?.get(element);
        if (root) collect(root);
      }
    }
  };
  visit(document);
  if (!wanted) throw new Error(`${name} is not in this document.`);
  const [word, expect = "", ofCase] = ["word", "expect", "at"].map((key) =>
    wanted?.dataset[key]?.slice(1),
  );
  const element = elements.find((each) => each.dataset?.["point"] !== undefined);
  const at = element?.dataset["at"] ?? ofCase ?? "middle";

  const range = document.createRange();
  let boxes: DOMRect[] = [];
  if (element) {
    range.selectNodeContents(element);
    boxes = at.includes("%") ? [] : [...range.getClientRects()];
    if (boxes.every(({ width }) => width === 0)) boxes = [element.getBoundingClientRect()];
  } else {
    const shown = (text: Text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
    };
    const sought = word ?? expect;
    const text = texts.find(
      (each) => each.data.trim() !== "" && each.data.includes(sought) && shown(each),
    );
    if (!text) throw new Error(`${name}: no text "${sought}" is shown.`);
    const from = sought === "" ? text.data.search(/\S/) : text.data.indexOf(sought);
    range.setStart(text, from);
    range.setEnd(text, sought === "" ? text.data.trimEnd().length : from + sought.length);
    boxes = [...range.getClientRects()];
  }
  boxes = boxes.filter(({ width, height }) => width > 0 && height > 0);
  const box = at.startsWith("last") ? boxes.at(-1) : boxes[0];
  if (!box) throw new Error(`${name}: what to point at has no box.`);

  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const places: Record<string, { x?: number; y?: number }> = {
    start: { x: box.left + 4 },
    end: { x: box.right - 4 },
    left: { x: box.left - 14 },
    right: { x: box.right + 14 },
    "last-right": { x: box.right + 14 },
    above: { y: box.top - 14 },
    below: { y: box.bottom + 14 },
  };
  const [x = 50, y = 50] = at.split(" ").map((part) => Number.parseFloat(part));
  const place = at.includes("%")
    ? { x: box.left + (box.width * x) / 100, y: box.top + (box.height * y) / 100 }
    : { ...middle, ...places[at] };
  // In a field the text's position is unknown: use what is right at the pointer.
  const meant = at.includes("%") ? new DOMRect(place.x - 2, place.y - 8, 4, 16) : box;
  const { left, top, width, height } = meant;
  return { ...place, box: { left, top, width, height } };
}

/**
 * Converts a spot in a frame to the viewport of the document that contains the frame's element; takes into account the
 * element's `transform` and CSS zoom, but not transforms further up.
 */
export function outOfFrame(frame: Element, { x, y, box }: Spot): Spot {
  const element = frame as HTMLElement;
  const style = getComputedStyle(element);
  const zoom = element.currentCSSZoom ?? 1;
  const whole = element.getBoundingClientRect();
  // The center of the element is its transform origin, and the center of its bounding box under any rotation.
  const middle = { x: whole.left + whole.width / 2, y: whole.top + whole.height / 2 };
  const matrix = new DOMMatrix(style.transform === "none" ? "" : style.transform);
  const px = (value: string) => Number.parseFloat(value);
  const inset = {
    x: px(style.borderLeftWidth) + px(style.paddingLeft),
    y: px(style.borderTopWidth) + px(style.paddingTop),
  };
  const size = {
    width:
      px(style.width) +
      (style.boxSizing === "border-box"
        ? 0
        : inset.x + px(style.borderRightWidth) + px(style.paddingRight)),
    height:
      px(style.height) +
      (style.boxSizing === "border-box"
        ? 0
        : inset.y + px(style.borderBottomWidth) + px(style.paddingBottom)),
  };
  const out = (point: { x: number; y: number }) => {
    const turned = matrix.transformPoint(
      new DOMPoint(
        (inset.x + point.x - size.width / 2) * zoom,
        (inset.y + point.y - size.height / 2) * zoom,
      ),
    );
    return { x: middle.x + turned.x, y: middle.y + turned.y };
  };
  const corners = [
    out({ x: box.left, y: box.top }),
    out({ x: box.left + box.width, y: box.top }),
    out({ x: box.left, y: box.top + box.height }),
    out({ x: box.left + box.width, y: box.top + box.height }),
  ];
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  return {
    ...out({ x, y }),
    box: {
      left,
      top,
      width: Math.max(...corners.map((corner) => corner.x)) - left,
      height: Math.max(...corners.map((corner) => corner.y)) - top,
    },
  };
}

/** Records where this document last saw the pointer; a sandboxed document without scripts records nothing. */
export function watchPointer(): void {
  const page = window as { matrixPointer?: { x: number; y: number } | null };
  if (page.matrixPointer === undefined)
    addEventListener(
      "mousemove",
      ({ clientX: x, clientY: y }) => {
        page.matrixPointer = { x, y };
      },
      true,
    );
  page.matrixPointer = null;
}

/** Where the pointer is, if it isn't on this spot of this document; undefined if it is. */
export function pointerElsewhere({ x, y }: Spot): string | undefined {
  // In quirks mode `:hover` alone matches only links; what is in the top layer isn't always hovered with the root.
  if (!document.querySelector("html:hover, [popover]:hover"))
    return `the pointer is in another document; this one is ${innerWidth} by ${innerHeight} px and scrolled to ${scrollY}, the spot is at ${x},${y}`;
  const { matrixPointer: at } = window as { matrixPointer?: { x: number; y: number } | null };
  // Firefox 153 rounds the pointer's position in a scaled frame of another process.
  return at && Math.hypot(at.x - x, at.y - y) > 4
    ? `the pointer is at ${at.x},${at.y}, not at ${x},${y} of its document`
    : undefined;
}

/** The window's size without scroll bars, and the card's host if it is shown. */
export interface CardAndWindow {
  window: { width: number; height: number };
  card: Rect | null;
}

/** What to wait for: that a card is shown, or that none is; for at most this many ms. */
export interface WaitedFor {
  isShown: boolean;
  ms: number;
}

/**
 * What is visible, now or once it is as awaited. It waits here, because polling from outside keeps the browser busy.
 */
export async function cardAndWindow(awaited?: WaitedFor): Promise<CardAndWindow> {
  const end = performance.now() + (awaited?.ms ?? 0);
  for (;;) {
    const seen = look();
    if (awaited?.isShown === (seen.card !== null) || performance.now() >= end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }

  function look(): CardAndWindow {
    const { clientWidth, clientHeight } = document.documentElement;
    const window = { width: clientWidth, height: clientHeight };
    const hosts = document.querySelectorAll("[popover=manual]:popover-open:not(.m-popover)");
    for (const host of hosts) {
      const { visibility, opacity } = getComputedStyle(host);
      if (visibility !== "visible" || opacity !== "1") continue;
      const { left, top, width, height } = host.getBoundingClientRect();
      return { window, card: { left, top, width, height } };
    }
    return { window, card: null };
  }
}
