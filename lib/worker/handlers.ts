import { type Browser, browser } from "wxt/browser";
import { lastInspected, takeForPopup } from "../cards/inspections.ts";
import type { Handlers } from "../messages/router.ts";
import { readSettings } from "../settings/settings.ts";
import { isOn } from "../sites/match.ts";
import { CARD_SCRIPT, LOOK_SCRIPT } from "../sites/scripts.ts";
import { listSites } from "../sites/sites.ts";
import { watchIdleness } from "./lock.ts";
import { beginMarks, switchMarks, tabMarks } from "./marks.ts";
import { pageSettings } from "./page-settings.ts";
import { changePersonalSettings, personalSettings } from "./personal-settings.ts";
import type { Services } from "./services.ts";
import { showInTab, tabMentions } from "./tab-mentions.ts";
import { tellPage } from "./tell-page.ts";

/** What the background answers to each message. */
export function createHandlers(services: Services): Handlers<Browser.runtime.MessageSender> {
  const { connections, directories, cards } = services;
  const searches = createSearches();
  const { session } = browser.storage;
  return {
    connection: () => connections.state(),
    async connect() {
      const reply = await connections.connect();
      await watchIdleness(connections);
      return reply;
    },
    async unlock() {
      const reply = await connections.unlock();
      await watchIdleness(connections);
      return reply;
    },
    lock: () => connections.lock(),
    async "keep-otherwise"() {
      const reply = await connections.keepOtherwise();
      await watchIdleness(connections);
      return reply;
    },
    "forget-key": () => connections.forgetKey(),
    zones: () => connections.zones(),
    "choose-zone": ({ zoneId }) => connections.chooseZone(zoneId),
    async "look-up"({ query, fresh }, sender) {
      const known = await directories.current();
      if (!known.ok) return { state: "failed", failure: known.failure };
      const isPrivate = await isPrivateSender(sender);
      return known.directory.lookUp(query, { fresh: fresh === true, isPrivate });
    },
    async search({ text, after }, sender) {
      const known = await directories.current();
      if (!known.ok) return { state: "failed", failure: known.failure };
      const signal = searches.begin(sender);
      const isPrivate = await isPrivateSender(sender);
      return known.directory.search(text, after, { signal, isPrivate });
    },
    "look-elsewhere": ({ query }) => directories.elsewhere(query),
    "take-inspection": () => takeForPopup(session),
    "last-inspected": () => lastInspected(session),
    async "card/load"(_, sender) {
      await browser.scripting.executeScript({
        target: { tabId: tabOf(sender), frameIds: [0] },
        files: [`/${CARD_SCRIPT}`],
      });
    },
    "card/prepare": async (_, sender) => ({
      ticket: await cards.prepare(tabOf(sender), sender.documentId),
    }),
    "card/show": async ({ sought }, sender) => {
      const shown = await cards.show(tabOf(sender), sought, sender.tab?.incognito === true);
      // Frames inside the page must know: an Esc or click there is for the card.
      void tellPage(tabOf(sender), { type: "card-shown" }).catch(() => undefined);
      return { shown };
    },
    async "card/hidden"(_, sender) {
      await cards.hide(tabOf(sender));
      await tellPage(tabOf(sender), { type: "card-hidden" }).catch(() => undefined);
    },
    settings: () => personalSettings(),
    async "change-settings"(settings) {
      const reply = await changePersonalSettings(settings);
      await watchIdleness(connections);
      return reply;
    },
    "tab-marks": () => tabMarks(),
    "switch-marks": ({ pattern, on }) => switchMarks(pattern, on),
    "tab-mentions": () => tabMentions(),
    "show-in-tab": ({ sought, frameId, nth }) => showInTab(sought, frameId, nth),
    "marks/begin": (_, sender) => beginMarks(sender),
    async "page/look"(_, sender) {
      await browser.scripting.executeScript({
        target: { tabId: tabOf(sender), frameIds: [sender.frameId ?? 0] },
        files: [`/${LOOK_SCRIPT}`],
      });
      return pageSettings(await readSettings(browser.storage.local));
    },
    "page/is-on": async (_, { origin = "null" }) =>
      isOn(
        origin,
        (await listSites()).map(({ pattern }) => pattern),
      ),
    async "frame/input"({ input }, sender) {
      const tabId = tabOf(sender);
      // Only a place needs it; the rest comes with every movement.
      const zoom = input.type === "over" ? await browser.tabs.getZoom(tabId).catch(() => 1) : 1;
      // The frame's site may be on, and the page's own not: then nobody is there to draw a card.
      await tellPage(tabId, { type: "frame-input", input, zoom }, 0).catch(() => undefined);
    },
  };
}

/** The router lets only senders in tabs come to the messages of a page. */
function tabOf(sender: Browser.runtime.MessageSender): number {
  return sender.tab?.id ?? browser.tabs.TAB_ID_NONE;
}

/** One search at a time for each page: a newer one ends the one before. */
function createSearches() {
  const running = new Map<string, AbortController>();
  return {
    begin(sender: Browser.runtime.MessageSender): AbortSignal {
      const page = sender.documentId ?? `${sender.url} ${sender.tab?.id}`;
      running.get(page)?.abort();
      const controller = new AbortController();
      running.set(page, controller);
      return controller.signal;
    },
  };
}

/** Popup and side panel are of no tab: theirs is the window in front. */
async function isPrivateSender(sender: Browser.runtime.MessageSender): Promise<boolean> {
  const { incognito } = sender.tab ?? (await browser.windows.getLastFocused());
  return incognito;
}
