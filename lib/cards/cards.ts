import type { Query } from "../query.ts";
import type { CardsParts } from "./card-parts.ts";
import type { CardPort } from "./card-port.ts";
import { readCard, writeCard } from "./card-record.ts";
import type { About, CardState, Standing } from "./card-state.ts";
import { createTabCard, type TabCard } from "./tab-card.ts";

/** The cards of all tabs: which frame is whose, and what it shows. */
export interface Cards {
  /**
   * A ticket for a new frame in a tab. The frame before it, if any, gets nothing any more.
   *
   * @param page differs for each document; a frame in the same one goes on with what the one before it showed
   */
  issueTicket(tabId: number, page: number): Promise<string>;
  /** Takes the line of a frame, if it holds the tab's ticket; cuts it otherwise. */
  attach(port: CardPort): Promise<void>;
  /**
   * Has the card be about somebody.
   *
   * @param again the page has taken the card away, or covered it: it goes on with the answer it had
   * @returns true when it certainly paints nobody else any more; false when its frame does not say so in CARD_STUCK_MS,
   *   or somebody else was wanted meanwhile
   */
  fill(tabId: number, about: About, again: boolean): Promise<boolean>;
  /** Has somebody looked up whom the card may go over to; nothing is told of it. */
  foresee(tabId: number, query: Query): Promise<void>;
  /** The card can be seen. */
  show(tabId: number): Promise<void>;
  /** The card is hidden: forgets whom it showed and lets go of the look-up. */
  empty(tabId: number): Promise<void>;
  /** The card was pinned or let go, or has its second size, or its first again. */
  stand(tabId: number, standing: Partial<Standing>): Promise<void>;
  /** Another key or zone holds, or the key was unlocked: tells every card. */
  keyed(): Promise<void>;
  forgetTab(tabId: number): Promise<void>;
}

export function createCards(parts: CardsParts): Cards {
  const { session, budget, onAction } = parts;
  /** Each is read once from what the worker before has left. */
  const cards = new Map<number, Promise<TabCard>>();

  function cardOf(tabId: number): Promise<TabCard> {
    const known = cards.get(tabId) ?? restored(tabId);
    cards.set(tabId, known);
    return known;
  }

  async function restored(tabId: number): Promise<TabCard> {
    let saved: Promise<void> = Promise.resolve();
    return createTabCard(await readCard(session, tabId), {
      ...parts,
      // One after another: the last one holds.
      save(state: CardState) {
        saved = saved.then(() => writeCard(session, tabId, state));
        return saved;
      },
      maySpend: () => budget.spend(tabId) === 0,
      onAction: (action) => onAction(tabId, action),
    });
  }

  return {
    issueTicket: async (tabId, page) => (await cardOf(tabId)).issueTicket(page),

    async attach(port) {
      // Heard at once: what the card says before it is let in waits.
      let card: TabCard | undefined;
      const early: unknown[] = [];
      port.onMessage.addListener((message) => {
        if (card) card.hears(port, message);
        else early.push(message);
      });
      // So is its end: of a port whose frame has gone the browser lets nothing be read any more.
      let isOpen = true;
      port.onDisconnect.addListener(() => {
        isOpen = false;
        card?.cut(port);
      });
      const tabId = port.sender?.tab?.id;
      const ofTab = tabId === undefined ? undefined : await cardOf(tabId);
      if (!isOpen) return;
      if (!ofTab?.attach(port)) return port.disconnect();
      card = ofTab;
      for (const message of early) card.hears(port, message);
    },

    fill: async (tabId, about, again) => (await cardOf(tabId)).fill(about, again),
    foresee: async (tabId, query) => (await cardOf(tabId)).foresee(query),
    show: async (tabId) => (await cardOf(tabId)).show(),
    empty: async (tabId) => (await cardOf(tabId)).empty(),
    stand: async (tabId, standing) => (await cardOf(tabId)).stand(standing),

    async keyed() {
      for (const card of await Promise.all(cards.values())) card.keyed();
    },

    async forgetTab(tabId) {
      budget.forgetTab(tabId);
      const card = cards.get(tabId) ?? restored(tabId);
      cards.delete(tabId);
      await (await card).end();
    },
  };
}
