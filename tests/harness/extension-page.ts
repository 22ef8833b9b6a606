import type { Page } from "@playwright/test";
import type { Envelopes } from "../../lib/contract/envelope.ts";
import type { FromExtensionPages } from "../../lib/contract/extension-pages.ts";
import type { ParamsOf } from "../../lib/contract/message.ts";
import type { ExtensionBrowser } from "./browser.ts";

type Asked = { [N in keyof FromExtensionPages]: ParamsOf<FromExtensionPages[N]> };

/** A document of the extension that runs no script. */
export const BARE = "manifest.json";

/** Sends the background a message as an extension page does, and returns the answer. */
export async function sendFromExtensionPage<T>(
  browser: ExtensionBrowser,
  message: Envelopes<Asked>,
): Promise<T> {
  const page = await extensionPage(browser);
  return page.evaluate((said) => chrome.runtime.sendMessage(said) as Promise<T>, message);
}

/** Any page of the extension from which a test can send messages: a bare one if there is one, or options. */
export async function extensionPage(browser: ExtensionBrowser): Promise<Page> {
  return openBarePage(browser) ?? (await optionsPage(browser));
}

/** A bare page: one that is open, or in place of options. */
export async function barePage(browser: ExtensionBrowser): Promise<Page> {
  const bare = browser.address(BARE);
  const page = await extensionPage(browser);
  if (page.url() !== bare) await page.goto(bare);
  return page;
}

function openBarePage({ context, address }: ExtensionBrowser): Page | undefined {
  return context.pages().find((page) => page.url() === address(BARE));
}

/**
 * Options in its own tab: one that is open, or in place of a bare page, or the page that opens at installation, or a
 * new one. If another page were open, the first one could come to the front at any moment, and in a background page
 * every click takes seconds, because Chromium draws no frames there.
 */
export async function optionsPage(browser: ExtensionBrowser): Promise<Page> {
  const { context, address } = browser;
  const isOptions = (page: Page) => page.url() === address("options.html");
  const page =
    context.pages().find(isOptions) ??
    openBarePage(browser) ??
    (await browser.firstPage.then((first) => (first?.isClosed() ? undefined : first))) ??
    (await context.newPage());
  if (!isOptions(page)) await page.goto(address("options.html"));
  return page;
}
