import type { Sendable, Sent } from "../sendable.ts";
import { documentsOf, evaluateIn, type FirefoxDocument } from "./documents.ts";
import { type Input, inputTo } from "./input.ts";
import type { Marionette } from "./marionette.ts";

/** A tab. */
export interface FirefoxPage extends Input {
  /** Firefox's ID for it. */
  browserId: number;
  /** Loads a URL and waits for it. */
  goto(url: string): Promise<void>;
  /** Runs a function in the page; it can store something in `window`. */
  evaluate<F extends Sendable>(run: F, ...args: Parameters<F>): Sent<F>;
  /** The page and all its frames. */
  documents(): Promise<[FirefoxDocument, ...FirefoxDocument[]]>;
  bringToFront(): Promise<void>;
  /** A PNG of the window's content. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens an active tab. */
export async function openPage(marionette: Marionette): Promise<FirefoxPage> {
  const { handle } = (await marionette.content("WebDriver:NewWindow", {
    type: "tab",
    focus: true,
  })) as { handle: string };
  await marionette.content("WebDriver:SwitchToWindow", { handle });
  const browserId = await marionette.chrome(() => gBrowser.selectedBrowser.browserId);

  const bringToFront = async () => {
    await marionette.content("WebDriver:SwitchToWindow", { handle });
  };
  const documents = () => documentsOf(marionette, browserId);
  return {
    ...inputTo(marionette, bringToFront),
    async goto(url) {
      await bringToFront();
      await marionette.content("WebDriver:Navigate", { url });
    },
    evaluate: (run, ...args) => evaluateIn(marionette, browserId, run, ...args),
    browserId,
    documents,
    bringToFront,
    async screenshot() {
      await bringToFront();
      const { value } = (await marionette.content("WebDriver:TakeScreenshot", { full: false })) as {
        value: string;
      };
      return Buffer.from(value, "base64");
    },
    async close() {
      await bringToFront();
      await marionette.content("WebDriver:CloseWindow");
      const [first] = (await marionette.content("WebDriver:GetWindowHandles")) as string[];
      await marionette.content("WebDriver:SwitchToWindow", { handle: first });
    },
  };
}

/** Closes all tabs but one, which becomes active. */
export async function closeOtherPages(marionette: Marionette, page: FirefoxPage): Promise<void> {
  await page.bringToFront();
  await marionette.chrome((kept) => {
    for (const tab of [...gBrowser.tabs])
      if (tab.linkedBrowser.browserId !== kept) gBrowser.removeTab(tab);
  }, page.browserId);
}

/** The tabs of the browser's window, which TypeScript doesn't know. */
declare const gBrowser: {
  selectedBrowser: { browserId: number };
  tabs: { linkedBrowser: { browserId: number } }[];
  removeTab(tab: object): void;
};
