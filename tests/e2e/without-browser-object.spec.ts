import { API_KEYS } from "../../sandbox/credentials.ts";
import { ACME } from "../../sandbox/zones.ts";
import { connect } from "../harness/connect.ts";
import { copyWithoutBrowserObject } from "../harness/without-browser-object.ts";
import { BACKGROUND } from "../scenarios/background.ts";
import { HOVER } from "../scenarios/hover.ts";
import { MARKS } from "../scenarios/marks.ts";
import { MENU_AND_COMMAND } from "../scenarios/menu-and-command.ts";
import { POPUP } from "../scenarios/popup.ts";
import { SIDE_PANEL } from "../scenarios/side-panel.ts";
import { chromiumDriver } from "./driver.ts";
import { expect, test } from "./fixtures.ts";

/** One for each way to the background, and a worker that is started by a message. */
const PLAYED = [
  ...HOVER.slice(0, 1),
  ...MENU_AND_COMMAND,
  ...POPUP,
  ...MARKS,
  ...SIDE_PANEL,
  ...BACKGROUND.slice(0, 1),
];

/** Chromium has `browser` since 148. Before that, webextension-polyfill creates it from `chrome` (docs/browsers.md). */
test("without the browser's own `browser` object, everything works through the polyfill's", async ({
  launch,
  station,
  sandbox,
}, info) => {
  test.setTimeout(180_000);
  const extension = info.outputPath("extension");
  await copyWithoutBrowserObject(station.extension, extension);
  const browser = await launch({ extension });
  await connect(browser, { apiKey: API_KEYS.full, zone: ACME.id });
  for (const { name, run } of PLAYED)
    await test.step(name, async () => {
      await sandbox.reset();
      await run(chromiumDriver(browser, sandbox.url), sandbox);
    });
  const background = await (await browser.worker()).evaluate(() => {
    const { browser: native, listenerLengths } = globalThis as {
      browser?: unknown;
      listenerLengths?: number[];
    };
    return { native: typeof native, listenerLengths };
  });
  expect(background).toEqual({ native: "undefined", listenerLengths: [3] });
});
