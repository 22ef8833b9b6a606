import type { WorkerBrowser } from "./browser.ts";
import { evictingArea } from "./evicting-area.ts";
import { withTimeout } from "./with-timeout.ts";

/**
 * Milliseconds that a page can take to answer. Finding all mentions of a large page takes a second or two. A caller
 * that waits for a page that hangs is told that it hasn't answered.
 */
export const PAGE_WAIT_MS = 10_000;

/**
 * Adds fault tolerance to the browser: a page that is frozen or hangs rejects in the end, like one that was closed; and
 * when session storage is full, what must be kept is held in memory.
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
      session: evictingArea(areas.session),
      managed: areas.managed,
      onChanged: areas.onChanged,
    },
    tabs: {
      TAB_ID_NONE: tabs.TAB_ID_NONE,
      get: (tabId) => tabs.get(tabId),
      query: (wanted) => tabs.query(wanted),
      create: (tab) => tabs.create(tab),
      getZoom: (tabId) => tabs.getZoom(tabId),
      sendMessage: (...to) => withTimeout(PAGE_WAIT_MS, tabs.sendMessage(...to)),
      onRemoved: tabs.onRemoved,
    },
    scripting: {
      executeScript: (script) => withTimeout(PAGE_WAIT_MS, scripting.executeScript(script)),
      insertCSS: (sheet) => withTimeout(PAGE_WAIT_MS, scripting.insertCSS(sheet)),
      removeCSS: (sheet) => withTimeout(PAGE_WAIT_MS, scripting.removeCSS(sheet)),
      getRegisteredContentScripts: (filter) => scripting.getRegisteredContentScripts(filter),
      registerContentScripts: (scripts) => scripting.registerContentScripts(scripts),
      updateContentScripts: (scripts) => scripting.updateContentScripts(scripts),
      unregisterContentScripts: (filter) => scripting.unregisterContentScripts(filter),
    },
  };
}
