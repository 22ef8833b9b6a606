import type { CDPSession, Page } from "@playwright/test";

/** The world of the extension's content script in a page: same document, JavaScript of its own. */
export interface ExtensionWorld {
  /** Runs a script there. */
  run(script: string): Promise<void>;
  /** What a function returns there, awaited if it is a promise. It sees nothing but its arguments and that world. */
  call<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** How many living objects there are of a class. @param name such as `MutationObserver` */
  count(name: string): Promise<number>;
}

/** @throws Error when the content script does not run in the page's top frame */
export async function extensionWorld(page: Page, extensionId: string): Promise<ExtensionWorld> {
  const cdp = await page.context().newCDPSession(page);
  const contextId = await contextOf(cdp, `chrome-extension://${extensionId}`);

  async function evaluate(expression: string, returnByValue: boolean) {
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      expression,
      contextId,
      returnByValue,
      awaitPromise: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  }

  return {
    async run(script) {
      await evaluate(script, false);
    },
    async call(run, ...args) {
      const { value } = await evaluate(`(${run})(...${JSON.stringify(args)})`, true);
      return value;
    },
    async count(name) {
      const { objectId } = await evaluate(`${name}.prototype`, false);
      if (objectId === undefined) throw new Error(`There is no ${name}.`);
      const { objects } = await cdp.send("Runtime.queryObjects", { prototypeObjectId: objectId });
      const { result } = await cdp.send("Runtime.callFunctionOn", {
        objectId: objects.objectId ?? "",
        functionDeclaration: "function () { return this.length }",
        returnByValue: true,
      });
      return result.value as number;
    },
  };
}

async function contextOf(cdp: CDPSession, origin: string): Promise<number> {
  const contexts: { id: number; origin: string }[] = [];
  cdp.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  // Tells of all that are there before it answers.
  await cdp.send("Runtime.enable");
  const found = contexts.find((context) => context.origin === origin);
  if (!found) throw new Error("The content script does not run in the page.");
  return found.id;
}
