import type { Answer, Query, ZoneRef } from "../directory/answer.ts";
import { CARD_READY_MS, CARD_TICKET_MS } from "../limits.ts";
import type { FromCard, ToCard } from "../messages/card-port.ts";
import { FROM_CARD } from "../messages/requests.ts";
import type { StorageArea } from "../storage.ts";
import { type CardRecord, readRecord, removeRecord, writeRecord } from "./card-record.ts";

/** The line to a card's frame, as the browser gives it. */
export interface CardPort {
  name: string;
  sender?: {
    tab?: { id?: number | undefined } | undefined;
    frameId?: number | undefined;
    documentId?: string | undefined;
  };
  postMessage(message: ToCard): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

export interface CardsParts {
  session: StorageArea;
  lookUp: (query: Query, signal: AbortSignal, fresh: boolean) => Promise<Answer>;
  /** The zone that look-ups are made in, for the card to name. */
  zone: () => Promise<ZoneRef | undefined>;
  /** What the card's buttons ask for that is not the card's own affair. */
  onAction: (tabId: number, action: CardAction) => void;
  newTicket: () => string;
  /** ms since the epoch */
  now: () => number;
}

export type CardAction = Exclude<FromCard["type"], "showing" | "refresh">;

/** The cards of all tabs: which frame is whose, and what it shows. */
export interface Cards {
  /** A ticket for a new frame in a tab. The frame before it, if any, gets nothing any more. */
  prepare(tabId: number): Promise<string>;
  /** Takes the line of a frame, if it holds the tab's ticket; cuts it otherwise. */
  attach(port: CardPort): Promise<void>;
  /** Shows the answer about somebody. Resolves when the card no longer shows anybody else. */
  show(tabId: number, query: Query): Promise<void>;
  /** The card is hidden: forgets whom it showed and lets go of the look-up. */
  hide(tabId: number): Promise<void>;
  pin(tabId: number, pinned: boolean): Promise<void>;
  forgetTab(tabId: number): Promise<void>;
}

interface Line {
  port: CardPort;
  /** Resolves the `show` that waits for the card. */
  showing?: () => void;
}

export function createCards(parts: CardsParts): Cards {
  const { session, now } = parts;
  const lines = new Map<number, Line>();
  const lookUps = new Map<number, AbortController>();
  /** One change at a time for each tab: read, change, write must not interleave. */
  const queues = new Map<number, Promise<unknown>>();

  function inTurn<T>(tabId: number, job: () => Promise<T>): Promise<T> {
    const done = (queues.get(tabId) ?? Promise.resolve()).then(job, job);
    queues.set(tabId, done);
    return done;
  }

  /** Changes what is remembered of a tab's card. @returns the new record, or undefined when there is none */
  function change(
    tabId: number,
    changed: (record: CardRecord) => CardRecord,
  ): Promise<CardRecord | undefined> {
    return inTurn(tabId, async () => {
      const record = await readRecord(session, tabId);
      if (!record) return undefined;
      const next = changed(record);
      await writeRecord(session, tabId, next);
      return next;
    });
  }

  function stopLookUp(tabId: number): void {
    lookUps.get(tabId)?.abort();
    lookUps.delete(tabId);
  }

  async function answer(
    tabId: number,
    record: CardRecord,
    query: Query,
    fresh: boolean,
  ): Promise<void> {
    stopLookUp(tabId);
    const line = lines.get(tabId);
    if (!line) return;
    const { look, pinned } = record;
    const zone = await parts.zone();
    post(line, { type: "show", look, query, pinned, ...(zone && { zone }) });
    const controller = new AbortController();
    lookUps.set(tabId, controller);
    const found = await parts.lookUp(query, controller.signal, fresh);
    const current = lines.get(tabId);
    if (!controller.signal.aborted && current)
      post(current, { type: "answer", look, answer: found });
  }

  function onMessage(tabId: number, line: Line, message: unknown): void {
    const { data } = FROM_CARD.safeParse(message);
    if (!data || lines.get(tabId) !== line) return;
    if (data.type === "showing") line.showing?.();
    else if (data.type === "refresh") void again(tabId);
    else parts.onAction(tabId, data.type);
  }

  /** Looks up once more whoever the card shows. */
  async function again(tabId: number): Promise<void> {
    const record = await change(tabId, (r) => ({ ...r, look: r.look + 1 }));
    if (record?.query) await answer(tabId, record, record.query, true);
  }

  return {
    prepare(tabId) {
      stopLookUp(tabId);
      lines.get(tabId)?.port.disconnect();
      lines.delete(tabId);
      return inTurn(tabId, async () => {
        const ticket = parts.newTicket();
        await writeRecord(session, tabId, { ticket, issuedAt: now(), look: 0, pinned: false });
        return ticket;
      });
    },

    async attach(port) {
      const tabId = port.sender?.tab?.id;
      const claimed =
        tabId === undefined ? undefined : await change(tabId, (r) => claim(r, port, now()) ?? r);
      if (tabId === undefined || !claimed || !isClaimedBy(claimed, port)) return port.disconnect();
      const line: Line = { port };
      lines.set(tabId, line);
      port.onMessage.addListener((message) => onMessage(tabId, line, message));
      port.onDisconnect.addListener(() => {
        if (lines.get(tabId) === line) lines.delete(tabId);
      });
      if (claimed.query) await answer(tabId, claimed, claimed.query, false);
    },

    async show(tabId, query) {
      const record = await change(tabId, (r) => ({ ...r, query, look: r.look + 1 }));
      if (!record) return;
      const line = lines.get(tabId);
      // A frame that is still loading shows nobody; it is told whom to show when its line comes.
      if (!line) return;
      const ready = new Promise<void>((resolve) => {
        line.showing = resolve;
        setTimeout(resolve, CARD_READY_MS);
      });
      void answer(tabId, record, query, false);
      await ready;
    },

    async hide(tabId) {
      stopLookUp(tabId);
      await change(tabId, ({ query: _, ...rest }) => ({ ...rest, pinned: false }));
      const line = lines.get(tabId);
      if (line) post(line, { type: "clear" });
    },

    async pin(tabId, pinned) {
      await change(tabId, (r) => ({ ...r, pinned }));
      const line = lines.get(tabId);
      if (line) post(line, { type: "pinned", pinned });
    },

    forgetTab(tabId) {
      stopLookUp(tabId);
      lines.delete(tabId);
      return inTurn(tabId, () => removeRecord(session, tabId)).finally(() => queues.delete(tabId));
    },
  };
}

function post(line: Line, message: ToCard): void {
  try {
    line.port.postMessage(message);
  } catch {
    // The frame went away this instant; `onDisconnect` cleans up.
  }
}

/** The record with the ticket claimed by the frame behind a port; undefined when it may not claim it. */
function claim(record: CardRecord, port: CardPort, now: number): CardRecord | undefined {
  const { frameId, documentId } = port.sender ?? {};
  if (port.name !== `card#${record.ticket}` || frameId === undefined) return undefined;
  if (record.frame || now - record.issuedAt > CARD_TICKET_MS) return undefined;
  return { ...record, frame: { frameId, ...(documentId !== undefined && { documentId }) } };
}

function isClaimedBy(record: CardRecord, port: CardPort): boolean {
  return (
    port.name === `card#${record.ticket}` &&
    record.frame?.frameId === port.sender?.frameId &&
    record.frame?.documentId === port.sender?.documentId
  );
}
