import type { Page } from "@playwright/test";
import type { ExtensionBrowser } from "../tests/harness/browser.ts";
import { contentWorld } from "../tests/harness/content-world.ts";

/** The isolated world of the extension's content script in a page: same document, separate JavaScript. */
export interface ExtensionWorld {
  /** Runs a script there. */
  run(script: string): Promise<void>;
  /** What a function returns there, awaited if it is a promise. It has access only to its arguments and that world. */
  call<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Number of live objects of a class. @param name such as `MutationObserver` */
  count(name: string): Promise<number>;
}

/** @throws Error if the content script doesn't run in the page's top frame */
export async function extensionWorld(
  browser: ExtensionBrowser,
  page: Page,
): Promise<ExtensionWorld> {
  const world = await contentWorld(browser, page);
  if (!world) throw new Error("The content script doesn't run in the page.");
  return {
    run: (script) => world.read(`${script}\n;undefined`),
    call: (run, ...args) => world.read(`(${run})(...${JSON.stringify(args)})`),
    count: world.count,
  };
}
