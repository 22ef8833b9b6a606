import type { Page } from "@playwright/test";
import type { Envelopes } from "../../lib/contract/envelope.ts";
import type { FromExtensionPages } from "../../lib/contract/extension-pages.ts";
import type { ParamsOf } from "../../lib/contract/message.ts";
import type { ExtensionBrowser } from "./browser.ts";

type Asked = { [N in keyof FromExtensionPages]: ParamsOf<FromExtensionPages[N]> };

/** Sends the background a message as the options page does, and returns the answer. */
export async function sendFromOptions<T>(
  browser: ExtensionBrowser,
  message: Envelopes<Asked>,
): Promise<T> {
  const page = await optionsPage(browser);
  return page.evaluate((said) => chrome.runtime.sendMessage(said) as Promise<T>, message);
}

/** How long (ms) to wait for the page of a first start: it opens about 300 ms after the browser. */
const FIRST_RUN_MS = 1_000;

/**
 * Options in its own tab: the page that opens at installation, or one that is open, or a new one. If another page were
 * open, the first one could come to the front at any moment, and in a background page every click takes seconds,
 * because Chromium draws no frames there.
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
