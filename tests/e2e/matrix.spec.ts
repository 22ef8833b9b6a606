import type { Page } from "@playwright/test";
import { findMentions } from "../../lib/mentions/index.ts";
import type { Section } from "../../sandbox/pages/matrix/case.ts";
import { MATRIX } from "../../sandbox/pages/matrix/index.ts";
import { observe } from "../matrix/observe.ts";
import { expect, test } from "./fixtures.ts";
import { playwrightDriver } from "./matrix/driver.ts";
import { openMatrix } from "./matrix/open.ts";

const CASES = MATRIX.flatMap(({ cases }) => cases);

test("the page holds every case of the table, and says of each what the table says", async ({
  extension,
  sandbox,
}) => {
  const page = await openMatrix(extension, sandbox);
  const found = await playwrightDriver(page).targets();
  const sorted = (cases: readonly { name: string; expect: string }[]) =>
    cases.map(({ name, expect: who }) => `${name}: ${who}`).sort();
  expect(sorted(found)).toEqual(sorted(CASES));
  // A number that only grows: cases do not get lost unseen.
  expect(CASES.length).toBeGreaterThanOrEqual(242);
  console.log(`matrix: ${CASES.length} cases`);
});

test("whoever is expected is a mention, and what is said about a case is none", () => {
  for (const { name, about, expect: value } of CASES) {
    expect(findMentions(value).map((mention) => mention.value)).toEqual(value ? [value] : []);
    expect(findMentions(`${name} ${about}`)).toEqual([]);
  }
});

test.describe("a pointer that rests on a case shows whom it is about, beside the word, or nothing", () => {
  for (const section of MATRIX)
    test(`${section.title} (${section.cases.length})`, async ({ connected, sandbox }) => {
      test.setTimeout(30_000 + section.cases.length * 5_000);
      await tryAll(await openMatrix(connected, sandbox), section);
    });
});

/** Tries every case, and lists all that fail. */
async function tryAll(page: Page, { cases }: Section): Promise<void> {
  const driver = playwrightDriver(page);
  const targets = new Map((await driver.targets()).map((target) => [target.name, target]));
  for (const { name } of cases)
    await test.step(name, async () => {
      const target = targets.get(name);
      const wrong = target ? await observe(driver, target) : ["not on the page"];
      expect.soft(wrong, [name, ...wrong].join(": ")).toEqual([]);
    });
}
