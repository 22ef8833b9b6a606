import type { PageSettings } from "../contract/page-settings.ts";
import { HOVER_SHOW_MS } from "../limits.ts";
import type { Background } from "./background.ts";
import type { lookAt } from "./look/look-at.ts";

/** Milliseconds before the part that looks is requested again after it could not be injected. */
const LOOK_RETRY_MS = 5_000;

declare global {
  /** Set by page-look.js in the content scripts' isolated world, which the page can't see. */
  var keycardLookupLook: typeof lookAt | undefined;
}

/**
 * Loads the part of the content script that finds the person at a point, and the settings. Both are requested when the
 * pointer first moves in this frame: an untouched frame sends nothing, and holds only a few kB.
 */
export interface LookPart {
  /** Undefined until they have been requested and received. */
  settings(): PageSettings | undefined;
  /** Requests both. @returns when they are there, or when the background could not be reached */
  load(): Promise<PageSettings>;
  /** Requests the part that looks beyond the text. @returns when it is there, or is known not to come for a while */
  loadBehind(): Promise<void>;
  /** The settings have changed. */
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
    // Retried after a failure, but not on every movement.
    asking = undefined;
    notBefore = performance.now() + LOOK_RETRY_MS;
    known ??= settings;
    return known ?? DEFAULTS;
  }

  async function askBehind(): Promise<void> {
    await background.send("loadBehind");
    askingBehind = undefined;
    // If it could not be injected, lookups do without it for a while.
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
