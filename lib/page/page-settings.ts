import { HOVER_SHOW_MS } from "../limits.ts";
import type { PageSettings } from "../messages/page-messages.ts";
import type { Background } from "./background.ts";

/** The settings that a page needs, asked for when the pointer is first looked at: a page that nobody touches is silent. */
export interface SettingsSource {
  /** Undefined until they were asked for and have come. */
  now(): PageSettings | undefined;
  load(): Promise<PageSettings>;
  /** They were changed. */
  hear(settings: PageSettings): void;
}

const DEFAULTS: PageSettings = { showMs: HOVER_SHOW_MS, patterns: [] };

export function createSettings(background: Background): SettingsSource {
  let known: PageSettings | undefined;
  let asking: Promise<PageSettings> | undefined;

  async function ask(): Promise<PageSettings> {
    const reply = await background.send({ type: "page/settings" });
    known ??= (reply as PageSettings | undefined) ?? DEFAULTS;
    return known;
  }

  return {
    now: () => known,
    async load() {
      asking ??= ask();
      return known ?? asking;
    },
    hear(settings) {
      known = settings;
    },
  };
}
