import type { Page } from "@playwright/test";
import { findMentions } from "../../lib/mentions/index.ts";
import type { Section } from "../../sandbox/pages/matrix/case.ts";
import { MATRIX } from "../../sandbox/pages/matrix/index.ts";
import { observe } from "../matrix/observe.ts";
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
  for (const sections of halves(MATRIX)) {
    const titles = sections.map(({ title, cases }) => `${title} (${cases.length})`);
    test(titles.join(", "), async ({ connected, sandbox }) => {
      const cases = sections.flatMap((section) => section.cases);
      test.setTimeout(30_000 + cases.length * 5_000);
      await tryAll(await openMatrix(connected, sandbox), cases);
    });
  }
});

/** One half for each of two workers, because opening the page costs as much as ten cases. */
function halves(sections: readonly Section[]): Section[][] {
  const halves: [Section[], Section[]] = [[], []];
  let before = 0;
  for (const section of sections) {
    const middle = before + section.cases.length / 2;
    halves[middle < CASES.length / 2 ? 0 : 1].push(section);
    before += section.cases.length;
  }
  return halves;
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
