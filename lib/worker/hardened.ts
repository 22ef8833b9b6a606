import { atMost } from "./at-most.ts";
import type { WorkerBrowser } from "./browser.ts";
import { roomyArea } from "./roomy-area.ts";

/**
 * Milliseconds that a page may take to answer. To find all mentions of a large one it needs a second or two; whoever
 * waits for one that hangs is told that it cannot be read.
 */
export const PAGE_WAIT_MS = 10_000;

/**
 * The browser on its bad days: a page that is frozen or hangs gives an error in the end, as one does that was closed;
 * and session storage that is full holds what it must in memory.
 */
export function hardened(browser: WorkerBrowser): WorkerBrowser {
  const { storage: areas, tabs, scripting, idle } = browser;
  const {
    permissions,
    runtime,
    alarms,
    windows,
    action,
    contextMenus,
    commands,
    omnibox,
    management,
  } = browser;
  return {
    permissions,
    runtime,
    alarms,
    ...(idle && { idle }),
    windows,
    action,
    contextMenus,
    commands,
    omnibox,
    management,
    storage: {
      local: areas.local,
      session: roomyArea(areas.session),
      managed: areas.managed,
      onChanged: areas.onChanged,
    },
    tabs: {
      TAB_ID_NONE: tabs.TAB_ID_NONE,
      get: (tabId) => tabs.get(tabId),
      query: (wanted) => tabs.query(wanted),
      create: (tab) => tabs.create(tab),
      getZoom: (tabId) => tabs.getZoom(tabId),
      sendMessage: (...to) => atMost(PAGE_WAIT_MS, tabs.sendMessage(...to)),
      onRemoved: tabs.onRemoved,
    },
    scripting: {
      executeScript: (script) => atMost(PAGE_WAIT_MS, scripting.executeScript(script)),
      insertCSS: (sheet) => atMost(PAGE_WAIT_MS, scripting.insertCSS(sheet)),
      removeCSS: (sheet) => atMost(PAGE_WAIT_MS, scripting.removeCSS(sheet)),
      getRegisteredContentScripts: (filter) => scripting.getRegisteredContentScripts(filter),
      registerContentScripts: (scripts) => scripting.registerContentScripts(scripts),
      updateContentScripts: (scripts) => scripting.updateContentScripts(scripts),
      unregisterContentScripts: (filter) => scripting.unregisterContentScripts(filter),
    },
  };
}
