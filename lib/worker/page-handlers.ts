import type { FromContentScripts } from "../contract/content-scripts.ts";
import type { Handlers } from "../contract/requests.ts";
import type { FollowedSettings } from "../settings/followed-settings.ts";
import { BEHIND_SCRIPT, CARD_SCRIPTS, LOOK_SCRIPTS, toFiles } from "../sites/scripts.ts";
import { isTurnedOff, isTurnedOn } from "./allowed.ts";
import type { MessageSender, PagesBrowser } from "./browser.ts";
import { beginMarks } from "./marks.ts";
import { pageSettings } from "./page-settings.ts";
import type { Services } from "./services.ts";
import { tellSubFrames, tellTopFrame } from "./tell-page.ts";

type PageHandlers = Pick<Handlers<MessageSender>, keyof FromContentScripts>;
type PageScript =
  | (typeof LOOK_SCRIPTS)[number]
  | typeof BEHIND_SCRIPT
  | (typeof CARD_SCRIPTS)[number];
type Guarded = Omit<PageHandlers, "isSiteOn" | "emptyCard">;

/** The background's replies to scripts in pages: none on sites that the organization has turned off. */
export function createPageHandlers(
  browser: PagesBrowser,
  { cards, settings }: Pick<Services, "cards" | "settings">,
): PageHandlers {
  /** The router only passes messages of pages from senders in tabs. */
  const tabOf = ({ tab }: MessageSender) => tab?.id ?? browser.tabs.TAB_ID_NONE;

  /** Injects scripts into one frame of the sender's tab. */
  async function putIn(
    { frameId = 0, ...sender }: MessageSender,
    ...scripts: PageScript[]
  ): Promise<void> {
    const target = { tabId: tabOf(sender), frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: toFiles(...scripts) });
  }

  return {
    isSiteOn: (_, sender) => isTurnedOn(browser, settings, sender),
    async emptyCard({ hadFocus }, sender) {
      // The frames first: until they are told, they hold keys for the card.
      const told = tellSubFrames(browser, tabOf(sender), { type: "cardClosed", hadFocus });
      await Promise.all([told, cards.empty(tabOf(sender))]);
    },
    ...whereAllowed(settings, {
      beginMarks: (_, sender) => beginMarks(browser, settings, sender),
      async loadLook(_, sender) {
        await putIn(sender, ...LOOK_SCRIPTS);
        return pageSettings(await settings.current());
      },
      loadBehind: (_, sender) => putIn(sender, BEHIND_SCRIPT),
      loadCard: (_, sender) => putIn({ ...sender, frameId: 0 }, ...CARD_SCRIPTS),
      issueTicket: async ({ page }, sender) => ({
        ticket: await cards.issueTicket(tabOf(sender), page),
      }),
      async fillCard({ query, source, pinned, expanded, again }, sender) {
        const isPrivate = sender.tab?.incognito === true;
        const about = { query, source, pinned, expanded, isPrivate };
        return { painted: await cards.fill(tabOf(sender), about, again) };
      },
      async prefetch({ query }, sender) {
        // Nothing from a private window is kept, so nothing can be prepared for it.
        if (sender.tab?.incognito !== true) await cards.prefetch(tabOf(sender), query);
      },
      async showCard(_, sender) {
        const tabId = tabOf(sender);
        const pinned = await cards.isPinned(tabId);
        const told = tellSubFrames(browser, tabId, { type: "cardOpened", pinned });
        await Promise.all([told, cards.show(tabId)]);
      },
      async tellTopFrame({ input }, sender) {
        const tabId = tabOf(sender);
        // Only "over" needs it; other input comes with every movement.
        const zoom = input.type === "over" ? await browser.tabs.getZoom(tabId).catch(() => 1) : 1;
        // The frame's site may be on while the page's own isn't: then nothing is there to draw a card.
        await tellTopFrame(browser, tabId, { type: "frameInput", input, zoom }).catch(
          () => undefined,
        );
      },
    }),
  };
}

/** Wraps the handlers so that they do and answer nothing on a site that is turned off. */
function whereAllowed(settings: FollowedSettings, handlers: Guarded): Guarded {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    const handle = handler as (message: unknown, sender: MessageSender) => Promise<unknown>;
    const guard = async (message: unknown, sender: MessageSender) =>
      (await isTurnedOff(settings, sender)) ? undefined : handle(message, sender);
    return [name, guard];
  });
  return Object.fromEntries(guarded) as unknown as Guarded;
}
