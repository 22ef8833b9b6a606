import type { Page } from "@playwright/test";

/**
 * Widths at which lists are checked, in CSS px: the minimum, the popup's, the minimum with columns, and the table's
 * maximum.
 */
export const LIST_WIDTHS = [320, 400, 760, 1_100];

/**
 * @returns the texts that are cut off without saying so: without an ellipsis, or without a tooltip with the whole text,
 * each with the element that cuts it off
 */
export function unmarkedCuts(page: Page): Promise<string[]> {
  return page.evaluate(findUnmarkedCuts);
}

/** Runs in the page. */
function findUnmarkedCuts(): string[] {
  const found = new Set<string>();
  for (const box of document.querySelectorAll<HTMLElement>("main *, .on-page *")) {
    const isSeen = box.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    if (!isSeen || box.closest(".heard-only, textarea, select, svg")) continue;
    const text = box.textContent?.trim() ?? "";
    if (text === "" || !isCut(box)) continue;
    if (!saysSo(box)) report(box, text, "without an ellipsis");
    if (!tells(box, text)) report(box, text, "without a tooltip that has all of it");
  }
  return [...found];

  function isCut(box: HTMLElement): boolean {
    const { overflowX, overflowY } = getComputedStyle(box);
    const cuts = (overflow: string) => overflow === "hidden" || overflow === "clip";
    return (
      (cuts(overflowX) && box.scrollWidth > box.clientWidth && box.clientWidth > 1) ||
      (cuts(overflowY) && box.scrollHeight > box.clientHeight + 2 && box.clientHeight > 1)
    );
  }

  /** An ellipsis is drawn by the box itself, at the end of its one line or of its last. */
  function saysSo(box: HTMLElement): boolean {
    const { textOverflow, whiteSpace, webkitLineClamp } = getComputedStyle(box);
    return (textOverflow === "ellipsis" && whiteSpace === "nowrap") || webkitLineClamp !== "none";
  }

  /** A title of the box, of an ancestor or of a descendant. Invisible characters are longer there. */
  function tells(box: HTMLElement, text: string): boolean {
    const titled = box.closest<HTMLElement>("[title]") ?? box.querySelector<HTMLElement>("[title]");
    return (titled?.title.length ?? 0) >= text.length;
  }

  function report(box: HTMLElement, text: string, how: string): void {
    const name = box.tagName.toLowerCase() + [...box.classList].map((one) => `.${one}`).join("");
    found.add(`“${text.slice(0, 60)}” is cut by ${name} ${how}`);
  }
}
