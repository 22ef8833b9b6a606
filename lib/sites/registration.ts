import { CONTENT_SCRIPT } from "./scripts.ts";
import type { Site } from "./sites.ts";

/** The content script as it is registered for the sites that the person switched on. */
export interface Registration {
  id: string;
  js: string[];
  matches: string[];
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

const ID = "page";

/**
 * Registers the content script for exactly the sites that are on. Sites that the manifest declares already
 * (loopback builds) are left out.
 */
export async function syncRegistration(
  scripting: Scripting,
  sites: readonly Site[],
): Promise<void> {
  const matches = sites.filter((site) => !site.fixed).map((site) => site.pattern);
  const registered = await scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script: Registration = {
    id: ID,
    js: [CONTENT_SCRIPT],
    matches,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: "document_end",
  };
  if (registered.length > 0) await scripting.updateContentScripts([script]);
  else await scripting.registerContentScripts([script]);
}
