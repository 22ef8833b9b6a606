import type { Page } from "@playwright/test";
import type { Envelopes } from "../../lib/contract/envelope.ts";
import type { FromExtensionPages } from "../../lib/contract/extension-pages.ts";
import type { ParamsOf } from "../../lib/contract/message.ts";
import type { ExtensionBrowser } from "./browser.ts";

type Asked = { [N in keyof FromExtensionPages]: ParamsOf<FromExtensionPages[N]> };

/** Sends the background a message as the options page does, and gives its answer. */
export async function sendFromOptions<T>(
  browser: ExtensionBrowser,
  message: Envelopes<Asked>,
): Promise<T> {
  const page = await optionsPage(browser);
  return page.evaluate((said) => chrome.runtime.sendMessage(said) as Promise<T>, message);
}

/** How long (ms) the page of a first start is waited for: it opens some 300 ms after the browser. */
const FIRST_RUN_MS = 1_000;

/**
 * Options in a tab of its own: the page that opens at installation, else one that is open, else a new one. Beside
 * another one the first would come to the front at any moment, and in a page behind it every click takes seconds:
 * Chromium draws no frames there.
 */
export async function optionsPage({ context, address }: ExtensionBrowser): Promise<Page> {
  const isOptions = (page: Page) => page.url() === address("options.html");
  const opened =
    context.pages().find(isOptions) ??
    (await context
      .waitForEvent("page", { predicate: isOptions, timeout: FIRST_RUN_MS })
      .catch(() => undefined));
  if (opened) return opened;
  const options = await context.newPage();
  await options.goto(address("options.html"));
  return options;
}
