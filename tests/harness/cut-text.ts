import type { Page } from "@playwright/test";

/**
 * Where long external values can be cut off, because the whole value is available: in a title, or in the record below.
 */
const MAY_BE_CUT = {
  ".user-email": "an address of thousands of characters: three lines of it, all in its title",
  ".pill": "a status that the API has invented: two lines, all in its title",
  ".chip": "the name of a role and its scope: one line, all in its title",
  ".detail": "a value of the record: six lines, all in its title",
  ".sharer-said":
    "what distinguishes one of several users: three lines, with whole values in their titles",
  ".result-email": "an address in results: one line; the person's view has all of it",
  ".recent-facts > :is(.inert, code)":
    "what distinguishes recents with the same name: one line, all in its title",
  ".panel .search-input":
    "the hint in the empty field of a narrow panel: it ends with an ellipsis, and the field has a label",
  ".result-when": "the last sign-in, or that there is none on record: one line, all in its title",
  ".result-apart": "what distinguishes results with the same address: one line, all in its title",
  ".words": "a status among results: one line, all in its title",
  ".control-word": "the host of a site, or the name of a zone: one line, all in its title",
  ".control-zone .select": "the name of a zone: one line, all in its title and in its list",
  ".narrow-purpose": "what a role is for: one line, all in its title",
  ".narrowed-name": "the role that a search is narrowed to: one line, all in its title",
  ".card-name":
    "the product's name in a card below 400 px: its logo is before it, and it is the title",
  ".people-name": "an address in a list of people: one line, all in its title",
  ".people-names": "what else names a person of a list: one line, all in its title",
  ".people-brief": "what else is known of a person of a list: one line, all in its title",
  ".people-roles": "the roles of a person of a list: two lines, all in its title",
  ".people-sign-in": "a time that isn't a valid date-time: two lines, all in its title",
  ".list-count": "how many a list has: one line, all in its title",
  ".heard-only": "isn't visible at all",
} as const;

/**
 * @returns the texts that can't be read to their end, each with the element that cuts it off, and what has to be
 * scrolled sideways, in words
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(findCutTexts, Object.keys(MAY_BE_CUT).join());
}

/** Runs in the page. */
function findCutTexts(mayBeCut: string): string[] {
  const found = new Set<string>();
  const nameOf = (element: Element) =>
    element.tagName.toLowerCase() + [...element.classList].map((name) => `.${name}`).join("");
  const report = (text: string, by: Element, how: string) =>
    found.add(`“${text.trim().slice(0, 60)}” is ${how} ${nameOf(by)}`);

  const boxes = new Map<Element, ReturnType<typeof measure>>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim()) continue;
    if (parent.closest(`script, style, option, textarea, ${mayBeCut}`)) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    for (const rect of rectsOf(node)) judge(node.textContent, rect, parent);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input[placeholder]"))
    if (
      field.value === "" &&
      !field.matches(mayBeCut) &&
      widthIn(field, field.placeholder) > roomIn(field)
    )
      report(field.placeholder, field, "too long for");
  for (const field of document.querySelectorAll("select")) {
    if (field.matches(mayBeCut)) continue;
    const chosen = field.selectedOptions[0]?.textContent ?? "";
    // The arrow takes about 20 px.
    if (widthIn(field, chosen) > roomIn(field) - 20) report(chosen, field, "too long for");
  }
  const { documentElement } = document;
  if (documentElement.scrollWidth > documentElement.clientWidth) reportWide(documentElement);
  for (const box of document.querySelectorAll("html, body, body *"))
    if (
      box.scrollWidth > box.clientWidth + 1 &&
      /auto|scroll/.test(getComputedStyle(box).overflowX)
    )
      reportWide(box);
  return [...found];

  function reportWide(box: Element): void {
    found.add(`${nameOf(box)} is ${box.scrollWidth - box.clientWidth} px wider than what shows it`);
  }

  function rectsOf(text: Node): DOMRect[] {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  }

  /** Follows a line of text outwards while nothing can be scrolled to bring it into view. */
  function judge(text: string, line: DOMRect, parent: Element): void {
    let x = true;
    let y = true;
    let block: Element | undefined;
    for (let box: Element | null = parent; box && (x || y); box = box.parentElement) {
      const { style, around } = boxOf(box);
      const clips = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const outX = line.left < around.left - 1.5 || line.right > around.right + 1.5;
      const outY = line.top < around.top - 2 || line.bottom > around.bottom + 2;
      if (x && outX && clips(style.overflowX)) report(text, box, "cut at the side by");
      if (y && outY && clips(style.overflowY)) report(text, box, "cut at the end by");
      if (!block && !style.display.startsWith("inline")) {
        block = box;
        if (x && outX && style.overflowX === "visible") report(text, box, "wider than");
      }
      if (!block && style.display.startsWith("inline-")) {
        block = box;
        if (x && outX) report(text, box, "wider than");
        if (y && outY) report(text, box, "higher than");
      }
      if (style.overflowX === "auto" || style.overflowX === "scroll") x = false;
      if (style.overflowY === "auto" || style.overflowY === "scroll") y = false;
    }
  }

  /** Cached: each surrounds many lines. */
  function boxOf(element: Element): ReturnType<typeof measure> {
    const box = boxes.get(element) ?? measure(element);
    boxes.set(element, box);
    return box;
  }

  function measure(element: Element) {
    const { display, overflowX, overflowY } = getComputedStyle(element);
    const around = element.getBoundingClientRect();
    return { style: { display, overflowX, overflowY }, around };
  }

  function widthIn(field: Element, text: string): number {
    const context = document.createElement("canvas").getContext("2d");
    if (!context) return 0;
    const { font, letterSpacing } = getComputedStyle(field);
    context.font = font;
    if (letterSpacing !== "normal") context.letterSpacing = letterSpacing;
    return context.measureText(text).width;
  }

  function roomIn(field: HTMLElement): number {
    const { paddingLeft, paddingRight } = getComputedStyle(field);
    return field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) + 1;
  }
}
