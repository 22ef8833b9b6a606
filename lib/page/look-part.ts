import type { PageSettings } from "../contract/page-settings.ts";
import { HOVER_SHOW_MS } from "../limits.ts";
import type { Background } from "./background.ts";
import type { lookAt } from "./look/look-at.ts";

/** Milliseconds before a part of a page that looks is asked for again, when it could not be put in. */
const LOOK_RETRY_MS = 5_000;

declare global {
  /** Left by page-look.js in the content scripts' own world, which the page cannot see. */
  var keycardLookupLook: typeof lookAt | undefined;
}

/**
 * The part of the content script that finds out whom a point names, and the settings. Both are asked for when the
 * pointer first moves in this frame: a frame that nobody touches is silent, and holds a few kB.
 */
export interface LookPart {
  /** Undefined until they were asked for and have come. */
  settings(): PageSettings | undefined;
  /** Asks for both. @returns once they are there, or the background could not be reached */
  load(): Promise<PageSettings>;
  /** Asks for the part that looks further than the text. @returns once that is there, or known not to come for a time */
  loadBehind(): Promise<void>;
  /** The settings were changed. */
  hear(settings: PageSettings): void;
}

const DEFAULTS: PageSettings = { showMs: HOVER_SHOW_MS, patterns: [] };

export function createLookPart(background: Background): LookPart {
  let known: PageSettings | undefined;
  let asking: Promise<PageSettings> | undefined;
  let notBefore = 0;
  let askingBehind: Promise<void> | undefined;

  async function ask(): Promise<PageSettings> {
    const settings = await background.send("loadLook");
    // To be asked again if that failed, not at every movement.
    asking = undefined;
    notBefore = performance.now() + LOOK_RETRY_MS;
    known ??= settings;
    return known ?? DEFAULTS;
  }

  async function askBehind(): Promise<void> {
    await background.send("loadBehind");
    askingBehind = undefined;
    // Where it has not come, it is done without for a while.
    globalThis.keycardLookupBehind ??= null;
    setTimeout(() => {
      globalThis.keycardLookupBehind ??= undefined;
    }, LOOK_RETRY_MS);
  }

  return {
    settings: () => known,
    async load() {
      if (known && globalThis.keycardLookupLook) return known;
      if (performance.now() < notBefore) return known ?? DEFAULTS;
      asking ??= ask();
      return asking;
    },
    loadBehind() {
      askingBehind ??= askBehind();
      return askingBehind;
    },
    hear(settings) {
      known = settings;
    },
  };
}
