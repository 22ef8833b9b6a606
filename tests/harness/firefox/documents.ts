import { type Sendable, type Sent, textOf } from "../sendable.ts";
import type { Marionette } from "./marionette.ts";

/** A document in a tab: the page itself or one of its frames, in any process and shadow tree. */
export interface FirefoxDocument {
  url: string;
  /** The document that contains this one's frame; undefined for the page itself. */
  parent: FirefoxDocument | undefined;
  /** Runs a function in it, with the document's own rights and globals; it can store something in `window`. */
  evaluate<F extends Sendable>(run: F, ...args: Parameters<F>): Sent<F>;
  /** Runs a function on the frame element of this document, in the parent's document. */
  inFrameElement<T, Rest extends unknown[]>(
    run: (frame: Element, ...args: Rest) => T,
    ...args: Rest
  ): Promise<T>;
}

/** Runs a function in the page of a tab. @param browserId Firefox's ID of the tab */
export function evaluateIn<F extends Sendable>(
  marionette: Marionette,
  browserId: number,
  run: F,
  ...args: Parameters<F>
): Sent<F> {
  return marionette.chrome(runInTop, browserId, textOf(run), args) as Sent<F>;
}

/** Every current document of a tab, the page itself first. @param browserId Firefox's ID of the tab */
export async function documentsOf(
  marionette: Marionette,
  browserId: number,
): Promise<[FirefoxDocument, ...FirefoxDocument[]]> {
  const run = (id: number, code: string, args: unknown[], sandboxName: string | null) =>
    marionette.chrome(runInContext, id, code, args, sandboxName) as Promise<never>;
  const listed = await marionette.chrome(listContexts, browserId);
  const byId = new Map<number, FirefoxDocument>();
  for (const { id, url, parentId } of listed) {
    byId.set(id, {
      url,
      parent: byId.get(parentId ?? -1),
      evaluate: (func, ...args) => run(id, textOf(func), args, null),
      inFrameElement: (func, ...args) =>
        run(parentId ?? -1, onFrameElement(textOf(func)), [id, ...args], "system"),
    });
  }
  const [page, ...frames] = byId.values();
  if (!page) throw new Error("The tab is closed.");
  return [page, ...frames];
}

/** Gets from a frame's document to its element, which only the browser's own code can do. */
function onFrameElement(func: string): string {
  return `(id, ...args) => {
    const context = window.browsingContext.children.find((child) => child.id === id);
    return (${func})(context.embedderElement, ...args);
  }`;
}

/** What the browser's window has and TypeScript doesn't know. */
declare const BrowsingContext: {
  get(id: number): Context | null;
  getCurrentTopByBrowserId(id: number): Context | null;
};

interface Context {
  id: number;
  parent: Context | null;
  currentWindowGlobal: {
    documentURI: { spec: string };
    getActor(name: "MarionetteCommands"): {
      executeScript(script: string, args: unknown[], options: object): Promise<unknown>;
    };
  } | null;
  getAllBrowsingContextsInSubtree(): Context[];
}

function listContexts(browserId: number) {
  const top = BrowsingContext.getCurrentTopByBrowserId(browserId);
  return (top?.getAllBrowsingContextsInSubtree() ?? []).map((context) => ({
    id: context.id,
    url: context.currentWindowGlobal?.documentURI.spec ?? "",
    parentId: context.parent?.id ?? null,
  }));
}

/** The same as below, in the page itself. */
async function runInTop(browserId: number, code: string, args: unknown[]) {
  const page = BrowsingContext.getCurrentTopByBrowserId(browserId)?.currentWindowGlobal;
  if (!page) throw new Error("The tab is closed.");
  return page
    .getActor("MarionetteCommands")
    .executeScript(`return (${code}).apply(null, arguments)`, args, { timeout: 20_000 });
}

/** WebDriver can't switch to a frame in a closed shadow tree; the actor that it uses in documents can. */
async function runInContext(id: number, code: string, args: unknown[], sandboxName: string | null) {
  const actor = BrowsingContext.get(id)?.currentWindowGlobal?.getActor("MarionetteCommands");
  if (!actor) throw new Error("The document is gone.");
  return actor.executeScript(`return (${code}).apply(null, arguments)`, args, {
    ...(sandboxName !== null && { sandboxName }),
    timeout: 20_000,
  });
}
