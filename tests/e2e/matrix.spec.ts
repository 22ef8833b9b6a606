import type { Page } from "@playwright/test";
import { findMentions } from "../../lib/mentions/index.ts";
import type { Section } from "../../sandbox/pages/matrix/case.ts";
import { MATRIX } from "../../sandbox/pages/matrix/index.ts";
import { observe } from "../matrix/observe.ts";
import { expect, test } from "./fixtures.ts";
import { playwrightDriver } from "./matrix/driver.ts";
import { openMatrix } from "./matrix/open.ts";

/** Tests that the cases are divided among, because opening the page costs as much as ten cases. */
const PARTS = 4;

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
  for (const sections of parts(MATRIX)) {
    const titles = sections.map(({ title, cases }) => `${title} (${cases.length})`);
    test(titles.join(", "), async ({ connected, sandbox }) => {
      const cases = sections.flatMap((section) => section.cases);
      test.setTimeout(30_000 + cases.length * 5_000);
      await tryAll(await openMatrix(connected, sandbox), cases);
    });
  }
});

/** The sections in about equal parts, in order. */
function parts(sections: readonly Section[]): Section[][] {
  const all: Section[][] = Array.from({ length: PARTS }, () => []);
  let before = 0;
  for (const section of sections) {
    const middle = before + section.cases.length / 2;
    all[Math.floor((PARTS * middle) / CASES.length)]?.push(section);
    before += section.cases.length;
  }
  return all;
}

/** Tries these cases, and lists all that fail; the page has the table's cases, and no others. */
async function tryAll(page: Page, cases: Section["cases"]): Promise<void> {
  const driver = playwrightDriver(page);
  const found = await driver.targets();
  const sorted = (all: readonly { name: string; expect: string }[]) =>
    all.map(({ name, expect: who }) => `${name}: ${who}`).sort();
  expect(sorted(found)).toEqual(sorted(CASES));
  const targets = new Map(found.map((target) => [target.name, target]));
  for (const { name } of cases)
    await test.step(name, async () => {
      const target = targets.get(name);
      const wrong = target ? await observe(driver, target) : ["not on the page"];
      expect.soft(wrong, [name, ...wrong].join(": ")).toEqual([]);
    });
}
