import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "@playwright/test";
import type axe from "axe-core";

/** Looks for what WCAG 2.2 A and AA, and good practice, forbid and a machine can find. */

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OPTIONS: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
  // Off by default in axe: targets of 24 px, or with room around them.
  rules: { "target-size": { enabled: true } },
};

/** What only the colours decide: enough for the same document in another scheme. */
export const COLOURS: axe.RunOptions = { runOnly: { type: "rule", values: ["color-contrast"] } };

/** @returns what is wrong, each with its rule and elements, in words */
export async function judge(
  document: Page | Frame,
  options: axe.RunOptions = {},
): Promise<string[]> {
  // Evaluated as the debugger does, which the extension's content security policy does not forbid.
  if (!(await document.evaluate(() => "axe" in globalThis))) await document.evaluate(source);
  return document.evaluate(
    async (given) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      // The flood of a hostile record: the hundredth of a list is made as those before.
      const context = {
        exclude: ["li:nth-child(n + 40)", "tr:nth-child(n + 40)", ".detail:nth-child(n + 40)"],
      };
      const { violations } = await axe.run(context, given);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)}: ${failureSummary}`,
        ),
      );
    },
    { ...OPTIONS, ...options, rules: { ...OPTIONS.rules, ...options.rules } },
  );
}
