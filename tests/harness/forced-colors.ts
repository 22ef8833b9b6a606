import type { Page } from "@playwright/test";

/** @returns what looks the same whether it is on or off, pressed or not, selected or not, in words */
export function unseenStates(page: Page): Promise<string[]> {
  return page.evaluate(findUnseenStates);
}

/** Runs in the page. */
function findUnseenStates(): string[] {
  const found: string[] = [];
  for (const state of ["aria-checked", "aria-pressed", "aria-selected"])
    for (const element of document.querySelectorAll(`[${state}]`)) {
      if (element.matches("li:nth-child(n + 20)")) continue;
      const is = element.getAttribute(state) ?? "";
      const looks = look(element);
      element.setAttribute(state, is === "true" ? "false" : "true");
      if (look(element) === looks)
        found.push(`${state} isn't visible: ${element.outerHTML.slice(0, 120)}`);
      element.setAttribute(state, is);
    }
  return found;

  /** What forced colors leave of the look of an element and its marks. */
  function look(element: Element): string {
    const parts = [null, "::before", "::after"].map((part) => getComputedStyle(element, part));
    const inside = [...element.querySelectorAll("svg")].map((icon) => getComputedStyle(icon));
    return [...parts, ...inside]
      .map((style) =>
        [
          style.borderColor,
          style.borderWidth,
          style.outlineColor,
          style.outlineStyle,
          style.outlineWidth,
          style.backgroundColor,
          style.color,
          style.translate,
          style.fill,
          style.content,
        ].join(),
      )
      .join("; ");
  }
}
