import { browser } from "@wxt-dev/webextension-polyfill/browser";
import { createDeviceKeys, type DeviceKeys } from "../credentials/device-keys.ts";
import type { Clocks } from "../moments.ts";
import type { NativeBrowser, WorkerBrowser } from "./browser.ts";

/** What the background receives: the browser, the network, time and randomness. Tests pass others. */
export interface WorkerParts extends Clocks {
  browser: WorkerBrowser;
  native: NativeBrowser;
  fetch: typeof globalThis.fetch;
  deviceKeys: DeviceKeys;
  isOnline: () => boolean;
  /** Unguessable. */
  newTicket: () => string;
  sleep: (ms: number) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
}

/**
 * The real ones. Nothing else in this folder accesses them. Chromium before 148 doesn't accept a promise as the answer
 * to a message, so the background uses the polyfill's `browser`; pages only send messages, and use the browser's own.
 */
export function realParts(): WorkerParts {
  return {
    browser,
    native: chrome,
    fetch: globalThis.fetch,
    deviceKeys: createDeviceKeys(),
    isOnline: () => navigator.onLine,
    newTicket: () => crypto.randomUUID(),
    now: Date.now,
    elapsed: () => performance.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
  };
}
