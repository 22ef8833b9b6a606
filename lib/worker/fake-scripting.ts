import type { Registration } from "../sites/registration.ts";
import type { Frames, WorkerBrowser } from "./browser.ts";
import { type FrameGlobals, withGlobals } from "./fake-frames.ts";

/** A style sheet that was inserted into a frame. */
interface InsertedSheet {
  tabId: number;
  frameId: number;
  origin: "USER" | "AUTHOR";
  css: string;
}

interface ScriptedTab {
  readable: boolean;
  hangs: boolean;
  frames: Record<number, FrameGlobals>;
}

/** The result of a page that hangs. */
export const NEVER = new Promise<never>(() => undefined);

/**
 * The browser's `scripting` in memory, for the tests of this folder.
 *
 * @param openTab throws if there is no such tab
 * @param done records what was done, in order, and where
 */
export function fakeScripting(openTab: (tabId: number) => ScriptedTab, done: string[]) {
  const registered = new Map<string, Registration>();
  const sheets: InsertedSheet[] = [];

  /** The frames of a target, as far as the browser allows scripts. */
  function framesOf(target: Frames): [number, FrameGlobals][] {
    const { readable, frames } = openTab(target.tabId);
    if (!readable) throw new Error("Cannot access contents of the page.");
    if ("allFrames" in target) return Object.entries(frames).map(([id, frame]) => [+id, frame]);
    return target.frameIds.map((id) => {
      const frame = frames[id];
      if (!frame) throw new Error(`No frame with id ${id} in tab with id ${target.tabId}.`);
      return [id, frame];
    });
  }

  function note(what: string, target: Frames, more = ""): void {
    const frames = "allFrames" in target ? "all" : target.frameIds.join();
    done.push(`${what} ${target.tabId}:${frames}${more && ` ${more}`}`);
  }

  const scripting: WorkerBrowser["scripting"] = {
    async executeScript(script) {
      const frames = framesOf(script.target);
      if ("files" in script) {
        note("put", script.target, script.files.join(" "));
        if (openTab(script.target.tabId).hangs) return NEVER;
        return frames.map(([frameId]) => ({ frameId }));
      }
      note("run", script.target);
      if (openTab(script.target.tabId).hangs) return NEVER;
      const args = "args" in script ? structuredClone(script.args) : [];
      const func = script.func as (...given: unknown[]) => unknown;
      const answers = frames.map(async ([frameId, globals]) => {
        const result = await withGlobals(globals, () => func(...args));
        return { frameId, result: structuredClone(result) as never };
      });
      return Promise.all(answers);
    },
    async insertCSS({ target, origin, css }) {
      const frames = framesOf(target);
      note("style", target);
      if (openTab(target.tabId).hangs) return NEVER;
      for (const [frameId] of frames) sheets.push({ tabId: target.tabId, frameId, origin, css });
    },
    async removeCSS({ target, origin, css }) {
      const frames = framesOf(target);
      note("unstyle", target);
      if (openTab(target.tabId).hangs) return NEVER;
      for (const [frameId] of frames) {
        const at = sheets.findIndex(
          (sheet) =>
            sheet.tabId === target.tabId &&
            sheet.frameId === frameId &&
            sheet.origin === origin &&
            sheet.css === css,
        );
        if (at >= 0) sheets.splice(at, 1);
      }
    },
    getRegisteredContentScripts: async ({ ids }) => ids.flatMap((id) => registered.get(id) ?? []),
    async registerContentScripts(scripts) {
      for (const script of scripts) {
        if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        registered.set(script.id, script);
        done.push(`register ${script.id}`);
      }
    },
    async updateContentScripts(scripts) {
      for (const script of scripts) {
        registered.set(script.id, script);
        done.push(`update ${script.id}`);
      }
    },
    async unregisterContentScripts({ ids }) {
      for (const id of ids) {
        registered.delete(id);
        done.push(`unregister ${id}`);
      }
    },
  };
  return { scripting, registered, sheets };
}
