import type { CardPort } from "../cards/card-port.ts";
import { createRouter } from "../contract/router.ts";
import { classify } from "../contract/sender.ts";
import { rememberSearched } from "../inspected/searched.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import { createTabBudget, PAGE_MESSAGES } from "../tab-budget.ts";
import { listenToAddressBar } from "./address-bar.ts";
import type { NativeBrowser, WorkerBrowser } from "./browser.ts";
import { createHandlers } from "./handlers.ts";
import { hardened } from "./hardened.ts";
import { followLocking } from "./lock.ts";
import { createMenu, listenToMenuAndCommand } from "./menu-and-command.ts";
import type { WorkerParts } from "./parts.ts";
import { followPolicy } from "./policy.ts";
import { createServices } from "./services.ts";
import { followSites, startInTabsOnce } from "./sites.ts";

/**
 * Milliseconds that the first-run page waits for the policy of the organization that has installed the extension.
 * Chromium 156 first reports none, and the policy 3 to 6 s later (measured 2026-11); a worker lives for 30 s.
 */
export const FIRST_RUN_WAIT_MS = 15_000;

/** Starts the background: all listeners are registered at once, in this turn (design, invariant 9). */
export function startBackground(given: WorkerParts): void {
  const parts = { ...given, browser: hardened(given.browser) };
  const { browser, native, elapsed, sleep } = parts;
  const extension = { id: browser.runtime.id, baseUrl: browser.runtime.getURL("") };
  const services = createServices(parts);
  const messages = createTabBudget(PAGE_MESSAGES.perTab, PAGE_MESSAGES.together, elapsed);
  const { settings, debugLog, watch } = services;
  const route = createRouter(
    createHandlers(browser, services),
    extension,
    messages,
    watch.onMessage,
  );
  debugLog.note({ event: "worker-started" });

  // A failure would reach the extension's pages as an object of the polyfill; after no answer, they ask again.
  browser.runtime.onMessage.addListener((message, sender) =>
    route(message, sender)?.catch(() => undefined),
  );
  browser.runtime.onConnect.addListener((port) => {
    if (!port.sender || classify(port.sender, extension) !== "card-frame") return port.disconnect();
    void services.cards.attach(port as unknown as CardPort);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    messages.forgetTab(tabId);
    void services.cards.forgetTab(tabId);
    void rememberSearched(browser.storage.session, tabId, "");
  });
  listenToMenuAndCommand({ browser, native }, settings);
  listenToAddressBar(browser, settings);
  followSites(browser, settings);
  followLocking(browser, services.connections);
  const policyWithin = followPolicy({
    browser,
    settings,
    connections: services.connections,
    sleep,
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void settings.migrate();
    if (reason === "install") void openFirstRunPage(browser, settings, policyWithin);
  });
  void closeStorageToPages(native);
  void createMenu(browser);
  void startInTabsOnce(browser, settings);
}

/**
 * Opens the options, unless the organization has turned that off. Waits only if an organization has installed the
 * extension: Chromium reports its policy some seconds later, and everyone else gets the page at once.
 */
async function openFirstRunPage(
  browser: Pick<WorkerBrowser, "management" | "tabs" | "runtime">,
  settings: FollowedSettings,
  policyWithin: (ms: number) => Promise<void>,
): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType === "admin") await policyWithin(FIRST_RUN_WAIT_MS);
  const { firstRunPage = true } = await settings.current();
  // In a new tab: `openOptionsPage` would reuse a blank tab that someone is about to use.
  if (firstRunPage) await browser.tabs.create({ url: browser.runtime.getURL("/options.html") });
}

/** Content scripts can read storage areas by default, and the setting doesn't outlive the browser. */
async function closeStorageToPages(native: Pick<NativeBrowser, "storage">): Promise<void> {
  const { local, session, sync, managed } = native.storage;
  // An area may be missing, or not accept the setting: Firefox closes all of them except `local` to content scripts.
  for (const area of [local, session, sync, managed])
    await area?.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }).catch(() => undefined);
}
