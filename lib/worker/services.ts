import { browser } from "wxt/browser";
import { API_ORIGIN } from "../build.ts";
import { type Cards, createCards } from "../cards/cards.ts";
import { rememberInspected } from "../cards/inspections.ts";
import type { Answer, Query } from "../directory/answer.ts";
import { type Connections, createConnections, TOKEN_KEY } from "../directory/connection.ts";
import { lookUp } from "../directory/look-up.ts";
import { type Credential, createBearer, createKeycardClient } from "../keycard/index.ts";
import { onCardAction } from "./card-actions.ts";

/** The parts of the background, wired to the browser. */
export interface Services {
  connections: Connections;
  cards: Cards;
  lookUp: (query: Query, signal?: AbortSignal) => Promise<Answer>;
}

export function createServices(): Services {
  const { session, local } = browser.storage;
  const now = Date.now;
  const connections = createConnections({ session, local, client: keycardClient, now });

  async function find(query: Query, signal?: AbortSignal): Promise<Answer> {
    const known = await connections.parts();
    return known.ok
      ? lookUp(known.parts, query, signal)
      : { state: "failed", failure: known.failure };
  }

  const cards: Cards = createCards({
    session,
    now,
    newTicket: () => crypto.randomUUID(),
    lookUp: async (query, signal) => {
      await rememberInspected(session, query);
      return find(query, signal);
    },
    zone: async () => {
      const connection = await connections.state();
      return connection.state === "ready" ? connection.zone : undefined;
    },
    onAction: (tabId, action) => void onCardAction(cards, tabId, action),
  });
  return { connections, cards, lookUp: find };
}

function keycardClient(credential: Credential, tokens: "kept" | "on-trial") {
  const { session } = browser.storage;
  const parts = {
    origin: API_ORIGIN,
    fetch: globalThis.fetch,
    now: Date.now,
    random: Math.random,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  const store = {
    get: async () => (await session.get(TOKEN_KEY))[TOKEN_KEY],
    set: (token: unknown) => session.set({ [TOKEN_KEY]: token }),
  };
  const bearer = createBearer({ ...parts, credential, ...(tokens === "kept" && { store }) });
  return createKeycardClient({ ...parts, bearer });
}
