import type { Page } from "@playwright/test";
import { findMentions } from "../../lib/mentions/index.ts";
import type { Section } from "../../sandbox/pages/matrix/case.ts";
import { MATRIX } from "../../sandbox/pages/matrix/index.ts";
import { observe } from "../matrix/observe.ts";
import { partsOfMatrix } from "../matrix/parts.ts";
import { expect, test } from "./fixtures.ts";
import { playwrightDriver } from "./matrix/driver.ts";
import { openMatrix } from "./matrix/open.ts";

const CASES = MATRIX.flatMap(({ cases }) => cases);

test("every expected person is a mention, and what is said about a case isn't", () => {
  for (const { name, about, expect: value } of CASES) {
    expect(findMentions(value).map((mention) => mention.value)).toEqual(value ? [value] : []);
    expect(findMentions(`${name} ${about}`)).toEqual([]);
  }
  // A number that only grows, so that no cases get lost unnoticed.
  expect(CASES.length).toBeGreaterThanOrEqual(483);
  console.log(`matrix: ${CASES.length} cases`);
});

test.describe("a pointer that rests on a case shows its person, next to the word, or nothing", () => {
  for (const { title, path, cases } of partsOfMatrix())
    test(title, async ({ connected, sandbox }) => {
      test.setTimeout(30_000 + cases.length * 5_000);
      await tryAll(await openMatrix(connected, sandbox, path), cases);
    });
});

/** Tries these cases, and lists all that fail; the page has them, and no others. */
async function tryAll(page: Page, cases: Section["cases"]): Promise<void> {
  const driver = playwrightDriver(page);
  const found = await driver.targets();
  const sorted = (all: readonly { name: string; expect: string }[]) =>
    all.map(({ name, expect: who }) => `${name}: ${who}`).sort();
  expect(sorted(found)).toEqual(sorted(cases));
  const targets = new Map(found.map((target) => [target.name, target]));
  for (const { name } of cases)
    await test.step(name, async () => {
      const target = targets.get(name);
      const wrong = target ? await observe(driver, target) : ["not on the page"];
      expect.soft(wrong, [name, ...wrong].join(": ")).toEqual([]);
    });
}
