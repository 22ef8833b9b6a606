import type { ToContentScripts } from "../contract/content-scripts.ts";
import type { Envelopes } from "../contract/envelope.ts";
import { memoryArea } from "../memory-area.ts";
import { followSettings } from "../settings/followed-settings.ts";
import { isOff } from "../sites/match.ts";
import type { WorkerBrowser } from "./browser.ts";
import { type FrameGlobals, frameOf } from "./fake-frames.ts";
import { fakeScripting, NEVER } from "./fake-scripting.ts";

/**
 * A browser in memory, for the tests of this folder. It outlives the worker, as the real one does: `stopWorker` removes
 * all listeners, and keeps the rest. WXT's own (`wxt/testing`) has no scripting and no permissions, compares URLs
 * rather than patterns, and doesn't reject for a closed tab.
 */

export interface FakeTab {
  id: number;
  url: string;
  incognito: boolean;
  /** The browser reports its URL. */
  hasAddress: boolean;
  /** It is the active tab of its window. */
  active: boolean;
  /** Its window was the last one with the focus. */
  inFocusedWindow: boolean;
  /** The browser allows scripts. */
  readable: boolean;
  /** A content script is listening for messages, in any frame. */
  listens: boolean;
  /** It is frozen, or its script never ends: nothing that is sent to it or injected ever completes. */
  hangs: boolean;
  zoom: number;
  /** By their IDs; 0 is the top frame. */
  frames: Record<number, FrameGlobals>;
}

function event<Args extends unknown[]>() {
  const listeners: ((...args: Args) => unknown)[] = [];
  return {
    addListener(listener: (...args: Args) => unknown) {
      listeners.push(listener);
    },
    /** @returns the results of the listeners, once they are done */
    fire: (...args: Args) => Promise.all(listeners.map((listener) => listener(...args))),
    listeners,
  };
}

type ArgsOf<Event> = Event extends { addListener(listener: (...args: infer A) => unknown): void }
  ? A
  : never;

export function fakeBrowser() {
  const tabs = new Map<number, FakeTab>();
  const origins = new Set<string>();
  const alarms = new Map<string, number>();
  const opened: string[] = [];
  const menu: { id: string; title: string; contexts: string[] }[] = [];
  const told: { tabId: number; frameId?: number; message: Envelopes<ToContentScripts> }[] = [];
  /** What was done to pages and to their scripts, in order, and where. */
  const done: string[] = [];
  let policy: Record<string, unknown> | undefined = {};
  const state = { installType: "normal", frontIsPrivate: false, opensPopup: true, suggestion: "" };

  const events = {
    onAdded: event<ArgsOf<WorkerBrowser["permissions"]["onAdded"]>>(),
    onRemoved: event<ArgsOf<WorkerBrowser["permissions"]["onRemoved"]>>(),
    onChanged: event<ArgsOf<WorkerBrowser["storage"]["onChanged"]>>(),
    onTabRemoved: event<ArgsOf<WorkerBrowser["tabs"]["onRemoved"]>>(),
    onInstalled: event<ArgsOf<WorkerBrowser["runtime"]["onInstalled"]>>(),
    onMessage: event<ArgsOf<WorkerBrowser["runtime"]["onMessage"]>>(),
    onConnect: event<ArgsOf<WorkerBrowser["runtime"]["onConnect"]>>(),
    onAlarm: event<ArgsOf<WorkerBrowser["alarms"]["onAlarm"]>>(),
    onIdle: event<[state: string]>(),
    onMenu: event<ArgsOf<WorkerBrowser["contextMenus"]["onClicked"]>>(),
    onCommand: event<ArgsOf<WorkerBrowser["commands"]["onCommand"]>>(),
    onInputEntered: event<[text: string]>(),
  };

  function openTab(tabId: number): FakeTab {
    const tab = tabs.get(tabId);
    if (!tab) throw new Error(`No tab with id: ${tabId}.`);
    return tab;
  }

  const { scripting, registered, sheets } = fakeScripting(openTab, done);

  const shown = (tab: FakeTab) => ({
    id: tab.id,
    incognito: tab.incognito,
    ...(tab.hasAddress && { url: tab.url }),
  });

  const browser: WorkerBrowser = {
    storage: {
      local: memoryArea(),
      session: memoryArea(),
      managed: {
        async get() {
          if (!policy) throw new Error("Managed storage manifest not found");
          return policy;
        },
      },
      onChanged: events.onChanged,
    },
    tabs: {
      TAB_ID_NONE: -1,
      get: async (tabId) => shown(openTab(tabId)),
      async query({ url, active, lastFocusedWindow }) {
        const wrong = [url ?? []].flat().find((pattern) => !/^<all_urls>$|:\/\//.test(pattern));
        if (wrong) throw new Error(`Invalid url pattern '${wrong}'`);
        const isMeant = (tab: FakeTab) =>
          (active === undefined || tab.active === active) &&
          (lastFocusedWindow === undefined || tab.inFocusedWindow === lastFocusedWindow) &&
          (url === undefined || (tab.hasAddress && isOff(new URL(tab.url).origin, [url].flat())));
        return [...tabs.values()].filter(isMeant).map(shown);
      },
      async create({ url }) {
        opened.push(`tab ${url}`);
      },
      getZoom: async (tabId) => openTab(tabId).zoom,
      async sendMessage(tabId, message, { frameId }) {
        if (!tabs.get(tabId)?.listens)
          throw new Error("Could not establish connection. Receiving end does not exist.");
        done.push(`tell ${tabId}${frameId === undefined ? "" : `:${frameId}`} ${typeOf(message)}`);
        told.push({
          tabId,
          ...(frameId !== undefined && { frameId }),
          message: structuredClone(message) as Envelopes<ToContentScripts>,
        });
        return tabs.get(tabId)?.hangs ? NEVER : undefined;
      },
      onRemoved: events.onTabRemoved,
    },
    scripting,
    permissions: {
      getAll: async () => ({ origins: [...origins] }),
      contains: async (wanted) => wanted.origins.every((origin) => origins.has(origin)),
      onAdded: events.onAdded,
      onRemoved: events.onRemoved,
    },
    runtime: {
      id: "extension",
      getURL: (path) => `chrome-extension://extension/${path.slice(1)}`,
      async openOptionsPage() {
        opened.push("options");
      },
      onInstalled: events.onInstalled,
      onMessage: events.onMessage,
      onConnect: events.onConnect,
    },
    alarms: {
      async create(name, { when }) {
        alarms.set(name, when);
      },
      clear: async (name) => alarms.delete(name),
      onAlarm: events.onAlarm,
    },
    idle: { onStateChanged: events.onIdle },
    windows: {
      async create({ url, type, width, height }) {
        opened.push(`${type} ${url} ${width}x${height}`);
      },
      getLastFocused: async () => ({ incognito: state.frontIsPrivate }),
    },
    action: {
      async openPopup() {
        if (!state.opensPopup) throw new Error("Could not find an active browser window.");
        opened.push("popup");
      },
    },
    contextMenus: {
      create(item) {
        if (menu.some(({ id }) => id === item.id)) throw new Error(`Duplicate id ${item.id}`);
        menu.push(item);
      },
      async removeAll() {
        await undefined;
        menu.length = 0;
      },
      onClicked: events.onMenu,
    },
    commands: { onCommand: events.onCommand },
    omnibox: {
      setDefaultSuggestion({ description }) {
        state.suggestion = description;
      },
      onInputEntered: events.onInputEntered,
    },
    management: { getSelf: async () => ({ installType: state.installType }) },
  };

  return {
    browser,
    /** As its worker follows them; a restarted worker reads them again. */
    settings: followSettings(browser.storage.local),
    events,
    state,
    tabs,
    registered,
    alarms,
    /** Popups, windows and tabs in order, with what they show. */
    opened,
    menu,
    sheets,
    told,
    done,
    /**
     * Opens a tab with default properties, except for those given. @param frames in addition to the top frame, or
     * instead of it
     */
    tab(id: number, url: string, other: Partial<FakeTab> = {}): FakeTab {
      const tab = {
        id,
        url,
        incognito: false,
        hasAddress: true,
        active: false,
        inFocusedWindow: true,
        readable: true,
        listens: true,
        hangs: false,
        zoom: 1,
        ...other,
        frames: { 0: frameOf(new URL(url).origin), ...other.frames },
      };
      tabs.set(id, tab);
      return tab;
    },
    /** The user allows sites. */
    grant(...patterns: string[]) {
      for (const pattern of patterns) origins.add(pattern);
      return events.onAdded.fire({ origins: patterns });
    },
    /** The user revokes that. */
    takeBack(...patterns: string[]) {
      for (const pattern of patterns) origins.delete(pattern);
      return events.onRemoved.fire({ origins: patterns });
    },
    /** The organization sets a policy. @param next undefined: none, as Firefox reports it */
    setPolicy(next: Record<string, unknown> | undefined) {
      policy = next;
      return events.onChanged.fire({}, "managed");
    },
    /** The browser stops the worker, which receives no events until it is started again. */
    stopWorker() {
      for (const { listeners } of Object.values(events)) listeners.length = 0;
    },
  };
}

export type FakeBrowser = ReturnType<typeof fakeBrowser>;

/** Resolves once everything that only waits for memory is done. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const typeOf = (message: unknown) => (message as { type: string }).type;
