import type { CDPSession, Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/** The JavaScript world in which the extension's content scripts run in a page's top frame; the page can't see it. */
export interface ContentWorld {
  /** The value of an expression in it. */
  read<T>(expression: string): Promise<T>;
  /** The number of objects of a class in it after a garbage collection, such as `MutationObserver`. */
  count(className: string): Promise<number>;
}

interface Context {
  id: number;
  origin: string;
  auxData: { frameId: string };
}

/** The newest world in a page's top frame; undefined if no content script of the extension has run there. */
export async function contentWorld(
  browser: ExtensionBrowser,
  page: Page,
): Promise<ContentWorld | undefined> {
  return (await contentWorlds(browser, page))[0];
}

/**
 * The number of live content scripts in a page's top frame: after a reload of the extension, the old one's world
 * remains.
 */
export async function liveScripts(browser: ExtensionBrowser, page: Page): Promise<number> {
  const worlds = await contentWorlds(browser, page);
  const alive = await Promise.all(
    // After a reload the world remains in the frame, empty (Chromium 156).
    worlds.map((world) => world.read<boolean>("globalThis.keycardLookup?.lifetime.alive()")),
  );
  return alive.filter(Boolean).length;
}

async function contentWorlds(
  { context, extensionId }: ExtensionBrowser,
  page: Page,
): Promise<ContentWorld[]> {
  const cdp = await context.newCDPSession(page);
  const contexts: Context[] = [];
  cdp.on("Runtime.executionContextCreated", (event) =>
    contexts.push(event.context as unknown as Context),
  );
  const { frameTree } = await cdp.send("Page.getFrameTree");
  await cdp.send("Runtime.enable");
  return contexts
    .filter(({ auxData }) => auxData.frameId === frameTree.frame.id)
    .filter(({ origin }) => origin === `chrome-extension://${extensionId}`)
    .sort((a, b) => b.id - a.id)
    .map(({ id }) => worldOf(cdp, id));
}

function worldOf(cdp: CDPSession, contextId: number): ContentWorld {
  return {
    async read<T>(expression: string) {
      const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
        contextId,
        expression,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
      return result.value as T;
    },
    count: (className) => countInstances(cdp, contextId, className),
  };
}

async function countInstances(cdp: CDPSession, contextId: number, name: string): Promise<number> {
  const expression = `${name}.prototype`;
  const { result } = await cdp.send("Runtime.evaluate", { contextId, expression });
  const { objects } = await cdp.send("Runtime.queryObjects", {
    prototypeObjectId: result.objectId as string,
  });
  const counted = await cdp.send("Runtime.callFunctionOn", {
    objectId: objects.objectId as string,
    functionDeclaration: "function () { return this.length; }",
    returnByValue: true,
  });
  // The list would keep them alive.
  await cdp.send("Runtime.releaseObject", { objectId: objects.objectId as string });
  return counted.result.value as number;
}
