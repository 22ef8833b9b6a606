import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "../harness/browser.ts";
import { killWorker } from "../harness/kill-worker.ts";
import { clickMenuItem } from "../harness/menu.ts";
import { pressCommand } from "../harness/press-command.ts";
import type { Driver, Tab } from "../scenarios/driver.ts";

/** Runs the shared scenarios in Chromium. @param sandbox URL of the sandbox */
export function chromiumDriver(browser: ExtensionBrowser, sandbox: string): Driver {
  const open = async (url: string) => {
    const page = await browser.context.newPage();
    await page.goto(url);
    await page.mouse.move(5, 5);
    return tab(browser, page);
  };
  return {
    open: (path, origin = sandbox) => open(`${origin}${path}`),
    openOwn: (name) => open(browser.address(name)),
    stopBackground: () => killWorker(browser),
  };
}

function tab(browser: ExtensionBrowser, page: Page): Tab {
  return {
    // Playwright passes one argument.
    read: (run, ...args) => page.evaluate(`(${run})(...${JSON.stringify(args)})`),
    async card() {
      const frame = page.frames().find((each) => each.url().includes("/card.html"));
      return (
        frame && {
          read: (run, ...args) => frame.evaluate(`(${run})(...${JSON.stringify(args)})`),
        }
      );
    },
    async move({ x, y }) {
      await page.mouse.move(x + 3, y - 2, { steps: 8 });
      await page.mouse.move(x, y);
    },
    click: ({ x, y }) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (keys) => page.keyboard.press(keys),
    pressCommand: () => pressCommand(page),
    async chooseMenuItem({ x, y }) {
      await page.mouse.click(x, y, { button: "right" });
      // The browser's event data for such a click.
      const info = await page.evaluate(
        (at) => {
          const element = document.elementFromPoint(at.x, at.y);
          const linkUrl = element?.closest("a")?.href;
          const selectionText = String(getSelection());
          return {
            ...(linkUrl && { linkUrl }),
            ...(selectionText && { selectionText }),
            editable: element?.matches("input, textarea") ?? false,
            frameId: 0,
          };
        },
        { x, y },
      );
      await page.mouse.move(700, 12);
      await clickMenuItem(browser, page, info);
    },
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
