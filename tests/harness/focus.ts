import type { Page } from "@playwright/test";

/** @returns what can be focused but shows no outline then, or is covered, in words */
export function unclearFocus(page: Page): Promise<string[]> {
  return page.evaluate(findUnclearFocus);
}

/** Runs in the page. */
async function findUnclearFocus(): Promise<string[]> {
  const found: string[] = [];
  const all = document.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, [tabindex]",
  );
  const focusable = [...all].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(":disabled, li:nth-child(n + 20) *, tr:nth-child(n + 20) *") &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  for (const element of focusable) {
    const name = element.outerHTML.slice(0, 120);
    element.blur();
    const before = outlines(element);
    // Not after a click, so the browser treats it as keyboard focus.
    element.focus();
    if (document.activeElement !== element) found.push(`can't be focused: ${name}`);
    if (!outlines(element).some((outline, place) => outline && !before[place]))
      found.push(`shows no focus: ${name}`);
    await redrawn();
    if (!inSight(element)) found.push(`is covered while it has the focus: ${name}`);
  }
  return found;

  /**
   * What is drawn differently because of the focus is there after a task; waiting for a frame would paint each of them.
   */
  function redrawn(): Promise<unknown> {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  }

  /** Whether it, and each of the boxes around it, has an outline of at least 2 px. */
  function outlines(element: Element): boolean[] {
    const boxes = [element, element.parentElement, element.parentElement?.parentElement];
    return boxes.map((box) => {
      if (!box) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(box);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
  }

  function inSight(element: Element): boolean {
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + Math.min(height, 20) / 2);
    return at !== null && (element.contains(at) || at.contains(element) || labelOf(element, at));
  }

  /** Labels and icons over a field pass their clicks on to it. */
  function labelOf(element: Element, at: Element): boolean {
    return [...((element as HTMLInputElement).labels ?? [])].some((label) => label.contains(at));
  }
}
