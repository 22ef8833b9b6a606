import { ownAddress, stopBackground } from "../harness/firefox/extension.ts";
import type { Firefox } from "../harness/firefox/launch.ts";
import type { Marionette } from "../harness/firefox/marionette.ts";
import { chooseMenuItem } from "../harness/firefox/menu.ts";
import { type FirefoxPage, openPage } from "../harness/firefox/page.ts";
import type { Driver, Tab } from "../scenarios/driver.ts";

/** Runs the shared scenarios in Firefox. @param sandbox URL of the sandbox */
export function firefoxDriver({ marionette }: Firefox, sandbox: string): Driver {
  return {
    async open(path, origin = sandbox) {
      const page = await openPage(marionette);
      await page.goto(`${origin}${path}`);
      await page.move(5, 5);
      return tab(marionette, page);
    },
    openOwn: async (name) => tab(marionette, await openOwnPage(marionette, name)),
    stopBackground: () => stopBackground(marionette),
  };
}

/** Opens a page of the extension in an active tab. */
export async function openOwnPage(marionette: Marionette, name: string): Promise<FirefoxPage> {
  const page = await openPage(marionette);
  await page.goto(ownAddress(name));
  return page;
}

/** A page in the form that the scenarios use. */
export function tab(marionette: Marionette, page: FirefoxPage): Tab {
  return {
    read: page.evaluate,
    async card() {
      const card = (await page.documents()).find(({ url }) => url.startsWith(ownAddress("card")));
      return card && { read: card.evaluate };
    },
    async move({ x, y }) {
      await page.move(x + 3, y - 2, 120);
      await page.move(x, y);
    },
    async click({ x, y }) {
      await page.move(x, y);
      await page.click();
    },
    type: page.type,
    press: page.press,
    pressCommand: () => page.pressShortcut("Alt+Shift+K"),
    async chooseMenuItem({ x, y }) {
      await page.move(x, y);
      await page.click("right");
      await chooseMenuItem(marionette);
    },
    toFront: page.bringToFront,
    close: page.close,
  };
}
