import { cp, readFile, writeFile } from "node:fs/promises";
import { TEST_IDS } from "../../sandbox/pages/test-ids.ts";
import { PEOPLE } from "../../sandbox/people.ts";
import { install } from "../harness/firefox/extension.ts";
import { isCardShown } from "../scenarios/in-document.ts";
import { expectCard, leave, pointAt } from "../scenarios/steps.ts";
import { expect, test } from "./fixtures.ts";

/** The same build with a later version. */
async function laterBuild(folder: string): Promise<string> {
  const later = `${folder}-later`;
  await cp(folder, later, { recursive: true });
  const manifest = JSON.parse(await readFile(`${later}/manifest.json`, "utf8")) as object;
  await writeFile(`${later}/manifest.json`, JSON.stringify({ ...manifest, version: "99.0.0" }));
  return later;
}

test("an update with tabs open: the old script ends, the new one works without a reload, and the key is still there", async ({
  connected,
  firefox,
  station,
}) => {
  const page = await connected.open("/tickets/1");
  await pointAt(page, TEST_IDS.requesterEmail);
  await expectCard(page, { state: "found", users: [PEOPLE.ada.id] });
  const hosts = () => page.read(() => document.querySelectorAll("[popover=manual]").length);

  await install(firefox.marionette, await laterBuild(station.extension));
  await expect.poll(hosts, "the old card is gone").toBe(0);
  await leave(page);
  await pointAt(page, TEST_IDS.affectedId, 1);
  await expectCard(page, { state: "found", users: [PEOPLE.grace.id] });
  expect(await hosts()).toBe(1);
  expect(await page.read(isCardShown)).toBe(true);
  await install(firefox.marionette, station.extension);
});
