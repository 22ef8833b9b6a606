import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "@playwright/test";
import type axe from "axe-core";

/** Finds violations of WCAG 2.2 A and AA, and of good practice, that a machine can detect. */

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OPTIONS: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
  // Off by default in axe: targets of 24 px, or with space around them.
  rules: { "target-size": { enabled: true } },
};

/** Only what colors affect: enough for the same document in another color scheme. */
export const COLORS: axe.RunOptions = { runOnly: { type: "rule", values: ["color-contrast"] } };

/** @returns each violation with its rule and elements, in words */
export async function judge(
  document: Page | Frame,
  options: axe.RunOptions = {},
): Promise<string[]> {
  await bringAxe(document);
  return document.evaluate(
    async (given) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(given);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`,
        ),
      );
    },
    { ...OPTIONS, ...options, rules: { ...OPTIONS.rules, ...options.rules } },
  );
}

/**
 * Like `judge` with `COLORS`, for documents in which one thing is drawn after another: they are judged only if they
 * contain text in colors that weren't there when this was last called.
 */
export async function judgeNewColors(page: Page): Promise<string[]> {
  return (await page.evaluate(hasNewColors)) ? judge(page, COLORS) : [];
}

/** Runs in the page. @returns whether there is text with a combination of color, size and background that is new */
function hasNewColors(): boolean {
  const kept = globalThis as { judgedColors?: Set<string> };
  kept.judgedColors ??= new Set();
  const before = kept.judgedColors.size;
  const looks = new Map<Element, string>();
  for (const element of document.querySelectorAll("body *"))
    if (hasText(element)) kept.judgedColors.add(lookOf(element));
  return kept.judgedColors.size > before;

  function hasText(element: Element): boolean {
    if (element.matches("input, select, textarea")) return true;
    return [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
  }

  /** Everything that contrast depends on, of an element and its surroundings. */
  function lookOf(element: Element): string {
    const known = looks.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const look = [
      element.parentElement ? lookOf(element.parentElement) : "",
      element.matches(":disabled, [aria-disabled=true], [aria-hidden=true]"),
      style.color,
      style.backgroundColor,
      style.backgroundImage,
      style.opacity,
      style.visibility,
      style.fontSize,
      style.fontWeight,
      style.position,
    ].join();
    looks.set(element, look);
    return look;
  }
}

/** Evaluated through the debugger, which the extension's content security policy doesn't restrict. */
async function bringAxe(document: Page | Frame): Promise<void> {
  if (!(await document.evaluate(() => "axe" in globalThis))) await document.evaluate(source);
}
