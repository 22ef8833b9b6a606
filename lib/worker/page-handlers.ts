import type { Handlers } from "../messages/router.ts";
import { readSettings } from "../settings/settings.ts";
import { CARD_SCRIPT, LOOK_SCRIPT } from "../sites/scripts.ts";
import { isSwitchedOff, isSwitchedOn } from "./allowed.ts";
import type { MessageSender, PagesBrowser } from "./browser.ts";
import { beginMarks } from "./marks.ts";
import { pageSettings } from "./page-settings.ts";
import type { Services } from "./services.ts";
import { tellPage } from "./tell-page.ts";

type FromPages = Extract<
  keyof Handlers<MessageSender>,
  `${"page" | "marks" | "card" | "frame"}/${string}`
>;
type PageHandlers = Pick<Handlers<MessageSender>, FromPages>;
type Guarded = Omit<PageHandlers, "page/is-on" | "card/hidden">;

/** What the background answers to scripts in pages: nothing where the organization has switched them off. */
export function createPageHandlers(
  browser: PagesBrowser,
  { cards }: Pick<Services, "cards">,
): PageHandlers {
  /** The router lets only senders in tabs come to the messages of a page. */
  const tabOf = ({ tab }: MessageSender) => tab?.id ?? browser.tabs.TAB_ID_NONE;

  return {
    "page/is-on": (_, sender) => isSwitchedOn(browser, sender),
    async "card/hidden"(_, sender) {
      await cards.hide(tabOf(sender));
      await tellPage(browser, tabOf(sender), { type: "card-hidden" }).catch(() => undefined);
    },
    ...whereAllowed(browser, {
      "marks/begin": (_, sender) => beginMarks(browser, sender),
      async "page/look"(_, sender) {
        await browser.scripting.executeScript({
          target: { tabId: tabOf(sender), frameIds: [sender.frameId ?? 0] },
          files: [`/${LOOK_SCRIPT}`],
        });
        return pageSettings(await readSettings(browser.storage.local));
      },
      async "card/load"(_, sender) {
        await browser.scripting.executeScript({
          target: { tabId: tabOf(sender), frameIds: [0] },
          files: [`/${CARD_SCRIPT}`],
        });
      },
      "card/prepare": async (_, sender) => ({
        ticket: await cards.prepare(tabOf(sender), sender.documentId),
      }),
      "card/show": async ({ sought, pinned, expanded }, sender) => {
        const isPrivate = sender.tab?.incognito === true;
        const shown = await cards.show(tabOf(sender), sought, { pinned, expanded, isPrivate });
        // Frames inside the page must know: an Esc or click there is for the card.
        void tellPage(browser, tabOf(sender), { type: "card-shown" }).catch(() => undefined);
        return { shown };
      },
      async "frame/input"({ input }, sender) {
        const tabId = tabOf(sender);
        // Only a place needs it; the rest comes with every movement.
        const zoom = input.type === "over" ? await browser.tabs.getZoom(tabId).catch(() => 1) : 1;
        // The frame's site may be on, and the page's own not: then nobody is there to draw a card.
        await tellPage(browser, tabId, { type: "frame-input", input, zoom }, 0).catch(
          () => undefined,
        );
      },
    }),
  };
}

/** The same handlers, which do nothing and answer nothing where a site is switched off. */
function whereAllowed(browser: Pick<PagesBrowser, "storage">, handlers: Guarded): Guarded {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    const handle = handler as (message: unknown, sender: MessageSender) => Promise<unknown>;
    const guard = async (message: unknown, sender: MessageSender) =>
      (await isSwitchedOff(browser, sender)) ? undefined : handle(message, sender);
    return [name, guard];
  });
  return Object.fromEntries(guarded) as unknown as Guarded;
}
