import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME } from "../../sandbox/zones.ts";
import { connect } from "../harness/connect.ts";
import { together, withPlanted } from "../harness/planted.ts";
import { differences, openRecorder, type Recording, record } from "../harness/recording.ts";
import type { Sandbox } from "../harness/sandbox-control.ts";
import { expect, expectSeen, test } from "./fixtures.ts";
import { FOUND, OTHERS, REFUSED, type Scenario } from "./page-learns/answers.ts";
import { LEAKS } from "./page-learns/leaks.ts";
import { glance, goAway, readCard, useCard } from "./page-learns/person.ts";

/**
 * The page learns nothing (design, invariant 1). The sandbox's page /recorder/ records everything that a page can see,
 * hear and measure while someone uses the card. Its text is always the same; only the API's answer differs. Then the
 * recordings must be equal, line by line.
 */

/** How long a page records. */
const RECORDED_MS = 10_000;

async function answerWith({ fault }: Scenario, sandbox: Sandbox): Promise<void> {
  await sandbox.reset();
  if (fault) await sandbox.fault(fault);
}

test("a page that records everything for ten seconds can't tell found from absent, 429 or 500, nor requested from cached answers", async ({
  shared,
  sandbox,
}) => {
  test.setTimeout(300_000);

  /** In a restored browser: an answer, a pause or an open breaker of one scenario would affect the next. */
  async function recordings(scenario: Scenario, times: number): Promise<Recording[]> {
    const browser = await shared.get("connected");
    await answerWith(scenario, sandbox);
    const made: Recording[] = [];
    while (made.length < times)
      made.push(
        await record(browser, sandbox, (page) => useCard(page, scenario.state), RECORDED_MS),
      );
    expectSeen(await browser.judge());
    return made;
  }

  const [asked = {}, remembered = {}] = await recordings(FOUND, 2);
  // An empty recording would equal every other.
  expect(asked["events"]?.join()).toContain("toggle div");
  expect(asked["requests"]?.join()).toContain("/recorder/spy/probe-0");
  expect(asked["host"]).not.toHaveLength(1);
  expect.soft(differences(asked, remembered), "remembered").toEqual({});
  for (const [what, scenario] of Object.entries(OTHERS))
    await test.step(what, async () => {
      const [other = {}] = await recordings(scenario, 1);
      expect.soft(differences(asked, other), what).toEqual({});
    });
});

test("once the card is gone, the page is as before, and so is the next one", async ({
  connected: browser,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const page = await openRecorder(browser, sandbox);
  const before = await page.evaluate(() => recorder.look());
  await glance(page, "found");
  await page.locator("[popover]").waitFor({ state: "detached", timeout: 40_000 });
  expect(differences(before, await page.evaluate(() => recorder.look()))).toEqual({});
  const next = await openRecorder(browser, sandbox);
  expect(differences(before, await next.evaluate(() => recorder.look()))).toEqual({});
});

test("of a copy, the page sees only what the browser tells every page: that the clipboard has changed", async ({
  connected: browser,
  sandbox,
}) => {
  const click = (name: string) =>
    record(browser, sandbox, async (page) => {
      const card = await readCard(page, "found");
      await card.getByText(name, { exact: true }).click();
      await page.waitForTimeout(300);
      await goAway(page);
    });
  const [clicked, copied] = [await click("ada@example.com"), await click("E-mail")];
  const events = copied["events"]?.filter((line) => !line.includes("clipboardchange")) ?? [];
  expect(differences(clicked, { ...copied, events })).toEqual({});
});

test.describe("the recording shows leaks that were planted into the extension", () => {
  for (const leaks of LEAKS)
    test(Object.keys(leaks).join("; "), async ({ station, sandbox }) => {
      const channels = Object.values(leaks).flatMap(({ shows }) => shows);
      expect(new Set(channels).size, "each leak has channels of its own").toBe(channels.length);
      const [failed = {}, found = {}] = await withPlanted(
        station.extension,
        together(Object.values(leaks).map(({ planted }) => planted)),
        async (browser) => {
          await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
          const made: Recording[] = [];
          // In this order: a failure isn't cached.
          for (const scenario of [REFUSED, FOUND]) {
            await answerWith(scenario, sandbox);
            made.push(await record(browser, sandbox, (page) => glance(page, scenario.state)));
          }
          return made;
        },
      );
      const seen = Object.keys(differences(failed, found));
      for (const [what, { shows }] of Object.entries(leaks))
        expect.soft(seen, what).toEqual(expect.arrayContaining(shows));
    });
});
