import { type Browser, browser } from "wxt/browser";
import { lastInspected, takeForPopup } from "../cards/inspections.ts";
import { search } from "../directory/search.ts";
import type { Handlers } from "../messages/router.ts";
import { CARD_SCRIPT } from "../sites/registration.ts";
import type { Services } from "./services.ts";
import { tellPage } from "./tell-page.ts";

/** What the background answers to each message. */
export function createHandlers(services: Services): Handlers<Browser.runtime.MessageSender> {
  const { connections, cards } = services;
  const { session } = browser.storage;
  return {
    connection: () => connections.state(),
    connect: () => connections.connect(),
    "forget-key": () => connections.forgetKey(),
    zones: () => connections.zones(),
    "choose-zone": ({ zoneId }) => connections.chooseZone(zoneId),
    "look-up": ({ query }) => services.lookUp(query),
    async search({ text, after }) {
      const known = await connections.parts();
      if (!known.ok) return { state: "failed", failure: known.failure };
      return search(known.parts, text, after);
    },
    "take-inspection": () => takeForPopup(session),
    "last-inspected": () => lastInspected(session),
    async "card/load"(_, sender) {
      await browser.scripting.executeScript({
        target: { tabId: tabOf(sender), frameIds: [0] },
        files: [`/${CARD_SCRIPT}`],
      });
    },
    "card/prepare": async (_, sender) => ({ ticket: await cards.prepare(tabOf(sender)) }),
    "card/show": async ({ sought }, sender) => {
      await cards.show(tabOf(sender), sought);
      return { shown: true };
    },
    "card/hidden": (_, sender) => cards.hide(tabOf(sender)),
    async "frame/input"({ input }, sender) {
      await tellPage(tabOf(sender), { type: "frame-input", input }, 0).catch(() => undefined);
    },
  };
}

/** The router lets only senders in tabs come to the messages of a page. */
function tabOf(sender: Browser.runtime.MessageSender): number {
  return sender.tab?.id ?? browser.tabs.TAB_ID_NONE;
}
