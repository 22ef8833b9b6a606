import type { Query } from "../query.ts";
import type { CardsParts } from "./card-parts.ts";
import type { CardPort } from "./card-port.ts";
import { readCard, writeCard } from "./card-record.ts";
import type { About, CardState, Standing } from "./card-state.ts";
import { createTabCard, type TabCard } from "./tab-card.ts";

/** The cards of all tabs: which frame belongs to which tab, and what it shows. */
export interface Cards {
  /**
   * Issues a ticket for a new frame in a tab. The previous frame, if there is one, gets nothing any more.
   *
   * @param page differs for each document; a new frame in the same document continues with what the previous one showed
   */
  issueTicket(tabId: number, page: number): Promise<string>;
  /** Accepts the port of a frame if it has the tab's ticket, and disconnects it otherwise. */
  attach(port: CardPort): Promise<void>;
  /**
   * Makes the card show someone.
   *
   * @param again the page has removed or covered the card: it continues with the answer that it had
   * @returns true once it certainly shows no one else any more; false if its frame doesn't confirm that within
   * CARD_STUCK_MS,
   *   or if someone else was requested meanwhile
   */
  fill(tabId: number, about: About, again: boolean): Promise<boolean>;
  /** Looks up someone to whom the card may change, without telling the frame. */
  prefetch(tabId: number, query: Query): Promise<void>;
  /** The card is visible. */
  show(tabId: number): Promise<void>;
  /** Whether the card shows someone and is pinned. */
  isPinned(tabId: number): Promise<boolean>;
  /** The card is hidden: forgets who it showed and aborts the lookup. */
  empty(tabId: number): Promise<void>;
  /** The card was pinned or unpinned, or changed its size. */
  stand(tabId: number, standing: Partial<Standing>): Promise<void>;
  /** The key or the zone has changed, or the key was unlocked: tells every card. */
  keyed(): Promise<void>;
  forgetTab(tabId: number): Promise<void>;
}

export function createCards(parts: CardsParts): Cards {
  const { session, budget, onAction } = parts;
  /** Each is read once from what an earlier worker has stored. */
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
      // Saved one after another, so that the last state is stored.
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
      // Listens at once: messages that arrive before the card is accepted are queued.
      let card: TabCard | undefined;
      const early: unknown[] = [];
      port.onMessage.addListener((message) => {
        if (card) card.hears(port, message);
        else early.push(message);
      });
      // The same for disconnecting: once its frame has gone, the browser doesn't let anything be read from a port.
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
    prefetch: async (tabId, query) => (await cardOf(tabId)).prefetch(query),
    isPinned: async (tabId) => (await cardOf(tabId)).isPinned(),
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
