import type { ScriptPublicPath } from "wxt/utils/inject-script";
import type { Registration } from "../sites/registration.ts";
import type { StorageArea } from "../storage.ts";

/**
 * The parts of the browser that the background uses. The type of each function says which of them it needs, so that
 * tests can pass a browser in memory (fake-browser.ts). No parameter is called `storage`: WXT's build (0.21.4, seen
 * 2026-11) mistakes that for its own, although auto-imports are off, and bundles it.
 */
export interface WorkerBrowser {
  storage: {
    local: StorageArea;
    session: StorageArea;
    /** The organization's policy. Firefox rejects if there is none. */
    managed: { get(): Promise<Record<string, unknown>> };
    onChanged: BrowserEvent<[changes: object, area: string]>;
  };
  tabs: Tabs;
  scripting: Scripting;
  permissions: {
    getAll(): Promise<{ origins?: string[] | undefined }>;
    contains(wanted: { origins: string[] }): Promise<boolean>;
    onAdded: BrowserEvent<[granted: { origins?: string[] | undefined }]>;
    onRemoved: BrowserEvent<[taken: { origins?: string[] | undefined }]>;
  };
  runtime: {
    id: string;
    getURL(path: "" | "/card.html" | "/options.html" | "/popup.html" | "/sidepanel.html"): string;
    openOptionsPage(): Promise<void>;
    onInstalled: BrowserEvent<[details: { reason: string }]>;
    onMessage: BrowserEvent<[message: unknown, sender: MessageSender]>;
    onConnect: BrowserEvent<[port: Port]>;
  };
  alarms: {
    create(name: string, at: { when: number }): Promise<void>;
    clear(name: string): Promise<unknown>;
    onAlarm: BrowserEvent<[alarm: { name: string }]>;
  };
  /** Absent if the permission isn't requested. */
  idle?: { onStateChanged: BrowserEvent<[state: string]> };
  windows: {
    create(window: { url: string; type: "popup"; width: number; height: number }): Promise<unknown>;
    getLastFocused(): Promise<{ incognito: boolean }>;
  };
  action: { openPopup(): Promise<void> };
  contextMenus: {
    create(item: {
      id: string;
      title: string;
      contexts: ["selection"] | ["link", "editable"] | ["action"];
    }): unknown;
    removeAll(): Promise<void>;
    onClicked: BrowserEvent<[click: MenuClicked, tab: Tab | undefined]>;
  };
  commands: { onCommand: BrowserEvent<[command: string, tab: Tab | undefined]> };
  /** The extension's keyword in the address bar. */
  omnibox: {
    /** Chromium returns nothing. */
    setDefaultSuggestion(suggestion: { description: string }): unknown;
    onInputEntered: BrowserEvent<[text: string]>;
  };
  management: { getSelf(): Promise<{ installType: string }> };
}

/** What is needed to access pages: where it is allowed, and how. */
export type PagesBrowser = Pick<WorkerBrowser, "permissions" | "tabs" | "scripting">;

/** The browser's own `chrome`, for what the polyfill lacks. Firefox has none of it. */
export interface NativeBrowser {
  storage: {
    [area in "local" | "session" | "sync" | "managed"]?: {
      setAccessLevel?(level: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
    };
  };
  sidePanel?: { open(of: { tabId: number }): Promise<void> };
  /** Firefox. */
  sidebarAction?: { open(): Promise<void> };
}

interface BrowserEvent<Args extends unknown[]> {
  addListener(listener: (...args: Args) => unknown): void;
}

interface Tab {
  id?: number | undefined;
  url?: string | undefined;
  incognito: boolean;
}

export interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: Tab | undefined;
}

interface Port {
  name: string;
  sender?: MessageSender | undefined;
  disconnect(): void;
}

interface MenuClicked {
  menuItemId: string | number;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  frameId?: number | undefined;
}

interface Tabs {
  TAB_ID_NONE: number;
  /** Rejects if the tab was closed. */
  get(tabId: number): Promise<Tab>;
  query(wanted: {
    url?: string | string[];
    active?: true;
    lastFocusedWindow?: true;
  }): Promise<Tab[]>;
  create(tab: { url: string }): Promise<unknown>;
  getZoom(tabId: number): Promise<number>;
  /** Rejects if no one is listening. */
  sendMessage(tabId: number, message: unknown, to: { frameId?: number }): Promise<unknown>;
  onRemoved: BrowserEvent<[tabId: number]>;
}

/** The frames of a tab into which scripts can be injected, as far as the browser allows. */
export type Frames = { tabId: number; allFrames: true } | { tabId: number; frameIds: number[] };

/** A style sheet that is inserted into frames, or removed. */
interface StyleSheet {
  target: Frames;
  origin: "USER" | "AUTHOR";
  css: string;
}

/** All of these reject if the tab was closed, or if the browser doesn't allow scripts. */
interface Scripting {
  executeScript<Args extends unknown[], Result>(
    script:
      | { target: Frames; files: ScriptPublicPath[] }
      | { target: Frames; func: () => Result; injectImmediately?: true }
      | { target: Frames; func: (...args: Args) => Result; args: Args },
  ): Promise<{ frameId: number; result?: Awaited<Result> }[]>;
  insertCSS(sheet: StyleSheet): Promise<void>;
  removeCSS(sheet: StyleSheet): Promise<void>;
  getRegisteredContentScripts(filter: { ids: string[] }): Promise<unknown[]>;
  registerContentScripts(scripts: Registration[]): Promise<void>;
  updateContentScripts(scripts: Registration[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}
