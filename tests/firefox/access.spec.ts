import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { takeAwaySites } from "../harness/firefox/extension.ts";
import { click, expectCard, expectNoCard, expectText, leave, pointAt } from "../scenarios/steps.ts";
import { expect, test } from "./fixtures.ts";

const SITE = "http://tickets.example";

test("a site is turned on by the form, works in its open tab, and is turned off again", async ({
  connected,
  sandbox,
}) => {
  const page = await connected.open("/tickets/1", `${SITE}:${new URL(sandbox.url).port}`);
  const options = await connected.openOwn("options.html");
  await click(options, "textbox", "Site address");
  await options.type(SITE);
  await options.press("Enter");
  await expectText(options, SITE);
  await page.toFront();
  await pointAt(page, TEST_IDS.requesterEmail);
  await expectCard(page, { state: "found", users: [PEOPLE.ada.id] });
  await options.toFront();
  await click(options, "button", `Turn off ${SITE}`);
  await page.toFront();
  await expectNoCard(page);
  await leave(page);
  await pointAt(page, TEST_IDS.requesterEmail);
  await new Promise((resolve) => setTimeout(resolve, 800));
  await expectNoCard(page);
});

test("the permission to reach the API is removed: card and options say so, and a button requests it", async ({
  connected,
  firefox,
  sandbox,
}) => {
  // Through its other name: the page's own permission stays.
  const page = await connected.open("/tickets/1", sandbox.url.replace("127.0.0.1", "localhost"));
  await takeAwaySites(firefox.marionette, ["http://127.0.0.1/*"]);
  await pointAt(page, TEST_IDS.requesterEmail);
  const { text } = await expectCard(page, { state: "failed" });
  expect(text).toContain("The browser doesn’t let Keycard Lookup reach Keycard.");
  expect(await sandbox.log()).toEqual([]);
  await leave(page);

  const options = await connected.openOwn("options.html");
  await expectText(options, "so no one can be looked up");
  await click(options, "button", "Allow access to Keycard");
  await page.toFront();
  await pointAt(page, TEST_IDS.requesterEmail);
  await expectCard(page, { state: "found", users: [PEOPLE.ada.id] });
});
