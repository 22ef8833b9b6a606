import type { CDPSession, Page } from "@playwright/test";
import type { ExtensionBrowser } from "./browser.ts";

/** The world of JavaScript in which the extension's content scripts run in a page's top frame; the page cannot see it. */
export interface ContentWorld {
  /** The value of an expression in it. */
  read<T>(expression: string): Promise<T>;
  /** How many objects of a class there are in it after a garbage collection, such as of `MutationObserver`. */
  count(className: string): Promise<number>;
  detach(): Promise<void>;
}

interface Context {
  id: number;
  origin: string;
  auxData: { frameId: string };
}

/**
 * @returns undefined when no content script of the extension runs in the page's top frame. After a reload of the
 * extension the page has a new one.
 */
export async function contentWorld(
  { context, extensionId }: ExtensionBrowser,
  page: Page,
): Promise<ContentWorld | undefined> {
  const cdp = await context.newCDPSession(page);
  const contexts: Context[] = [];
  cdp.on("Runtime.executionContextCreated", (event) => contexts.push(event.context as unknown as Context));
  const { frameTree } = await cdp.send("Page.getFrameTree");
  await cdp.send("Runtime.enable");
  const world = contexts
    .filter(({ auxData }) => auxData.frameId === frameTree.frame.id)
    .filter(({ origin }) => origin === `chrome-extension://${extensionId}`)
    .at(-1);
  if (!world) return undefined;
  const contextId = world.id;

  async function read<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      contextId,
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value as T;
  }

  return {
    read,
    count: (className) => countInstances(cdp, contextId, className),
    detach: () => cdp.detach(),
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
