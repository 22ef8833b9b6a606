import { gecko } from "../../lib/manifest.ts";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { peopleOf } from "../../sandbox/people.ts";
import { SMALL_LEGACY } from "../../sandbox/zones.ts";
import { findInFolder } from "../harness/find-in-folder.ts";
import { closeFirstRunPage, install } from "../harness/firefox/extension.ts";
import { launchFirefox } from "../harness/firefox/launch.ts";
import { forAddon, preparePolicies, whyNoPolicies } from "../harness/policies.ts";
import { click, expectCard, expectNoCard, expectText, fill, pointAt } from "../scenarios/steps.ts";
import { firefoxDriver } from "./driver.ts";
import { expect, test } from "./fixtures.ts";

test("a policy file: what the organization sets is locked and used, mistakes are reported, and a site that is off gets no card", async ({
  station,
  sandbox,
}) => {
  const why = await whyNoPolicies();
  test.skip(why !== undefined, why);
  const policies = await preparePolicies("firefox");
  await policies.set(
    forAddon(gecko.id, {
      zone: SMALL_LEGACY.id,
      keepKey: "session",
      lockAfterMin: 99_999,
      subjectPatterns: ["auth0|{hex:24}", "[a-z]+"],
      sitesOff: ["*://localhost/*"],
    }),
  );
  const firefox = await launchFirefox({ executablePath: policies.executablePath });
  try {
    await install(firefox.marionette, station.extension);
    await closeFirstRunPage(firefox.marionette);
    const driver = firefoxDriver(firefox, station.sandbox);
    const options = await driver.openOwn("options.html");
    await expectText(options, "2 mistakes");
    await expectText(options, "lockAfterMin: “99999” is ignored");
    await expectText(options, "subjectPatterns: “[a-z]+” is ignored");
    await click(options, "button", "Agree and continue");
    await click(options, "radio", "API key");
    await fill(options, "API key", API_KEYS.full);
    await click(options, "button", "Connect");
    await expectText(options, "Users are looked up in");
    await click(options, "button", "Skip setup");
    await expectText(options, "Set by your organization");
    await expectText(options, "The key is kept until the browser closes.");
    const zone = await options.read(() => {
      const list = [...document.querySelectorAll("select")].find(({ labels }) =>
        [...labels].some(({ textContent }) => textContent?.trim() === "Zone"),
      );
      return { chosen: list?.value, locked: list?.disabled };
    });
    expect(zone).toEqual({ chosen: SMALL_LEGACY.id, locked: true });

    const { ada, alan } = peopleOf(SMALL_LEGACY.id);
    // Everyone's list is cached after the first lookup, but roles are requested for each.
    const requestsFor = async ({ id }: { id: string }) =>
      (await sandbox.log()).filter(({ path }) => path.endsWith(`/users/${id}`)).length;
    const page = await driver.open("/tickets/1");
    await pointAt(page, TEST_IDS.requesterEmail);
    await expectCard(page, { state: "found", users: [ada.id] });
    const off = await driver.open("/tickets/1", sandbox.url.replace("127.0.0.1", "localhost"));
    // Someone whom no one has looked up yet; a lookup would be in the log by then.
    await pointAt(off, TEST_IDS.affectedEmail, 2);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await expectNoCard(off);
    expect(await requestsFor(alan)).toBe(0);
    await page.toFront();
    await pointAt(page, TEST_IDS.affectedEmail, 2);
    await expectCard(page, { state: "found", users: [alan.id] });
    await expect.poll(() => requestsFor(alan)).toBeGreaterThan(0);
    expect(await findInFolder(firefox.profile, [API_KEYS.full])).toEqual([]);
  } finally {
    await firefox.close();
    await policies.remove();
  }
});
