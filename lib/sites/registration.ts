import { isOn, originOf } from "./match.ts";
import { CONTENT_SCRIPT, MARKS_SCRIPTS } from "./scripts.ts";
import type { Site } from "./sites.ts";

/** The content script as it is registered for the sites that the user has turned on. */
export interface Registration {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches: string[];
  allFrames: boolean;
  matchOriginAsFallback: boolean;
  runAt: "document_end";
}

/** What registering needs of the browser's `scripting` API. */
export interface Scripting {
  getRegisteredContentScripts(filter: { ids: string[] }): Promise<unknown[]>;
  registerContentScripts(scripts: Registration[]): Promise<void>;
  updateContentScripts(scripts: Registration[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}

const EVERYWHERE = {
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: "document_end",
} as const;

/**
 * Registers the content script for exactly the sites that are on, and the part that underlines for those of them where
 * that is wanted. Sites that the manifest already declares (loopback builds) don't need the content script.
 *
 * @param marks match patterns of the sites where mentions are underlined
 * @param off match patterns of the sites where the organization allows nothing to run
 */
export async function syncRegistration(
  scripting: Scripting,
  sites: readonly Site[],
  marks: readonly string[],
  off: readonly string[],
): Promise<void> {
  const everywhere = { ...EVERYWHERE, excludeMatches: [...off] };
  const on = sites.filter((site) => !site.fixed).map(({ pattern }) => pattern);
  await sync(scripting, { id: "page", js: [CONTENT_SCRIPT], matches: on, ...everywhere });
  const all = sites.map(({ pattern }) => pattern);
  const marked = marks.filter((pattern) => isOn(originOf(pattern), all));
  const js = [CONTENT_SCRIPT, ...MARKS_SCRIPTS];
  await sync(scripting, { id: "marks", js, matches: marked, ...everywhere });
}

async function sync(scripting: Scripting, script: Registration): Promise<void> {
  const ids = [script.id];
  const registered = await scripting.getRegisteredContentScripts({ ids });
  if (script.matches.length === 0) {
    if (registered.length > 0) await scripting.unregisterContentScripts({ ids });
  } else if (registered.length > 0) await scripting.updateContentScripts([script]);
  else await scripting.registerContentScripts([script]);
}
