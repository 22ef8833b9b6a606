import type { Answer, InZone, Query } from "../directory/answer.ts";
import type { ElsewhereReply } from "../directory/elsewhere.ts";
import { createTurns, type Turns } from "../in-turn.ts";
import { fromCard, type ToCard } from "../messages/card-port.ts";
import type { StorageArea } from "../storage.ts";
import type { TabBudget } from "../tab-budget.ts";
import { type CardRecord, readRecord, removeRecord, writeRecord } from "./card-record.ts";
import { beginTelling, goesOnWith, progressWith, type Telling } from "./telling.ts";

/** Milliseconds for which the ticket of a card's frame may be claimed. */
export const CARD_TICKET_MS = 30_000;

/** Milliseconds that a page waits for the card to have let go of whom it showed before. */
export const CARD_READY_MS = 500;

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
  lookUp: (query: Query, options: CardLookUp) => Promise<InZone<Answer>>;
  /** @param zoneId where the person is absent */
  lookElsewhere: (query: Query, zoneId: string) => Promise<ElsewhereReply>;
  /** Of what pages and cards may have looked up. */
  budget: TabBudget;
  /** What the card names beside the person: the zone that look-ups are made in, and the console. */
  surroundings: () => Promise<Pick<Extract<ToCard, { type: "show" }>, "zone" | "consoleUrl">>;
  /** What the card's buttons ask for that is not the card's own affair. */
  onAction: (tabId: number, action: CardAction) => void;
  newTicket: () => string;
  /** ms since the epoch */
  now: () => number;
}

export interface CardLookUp {
  signal: AbortSignal;
  /** Past the cache. */
  fresh: boolean;
  /** The tab is of a private window: nothing of it is kept. */
  isPrivate: boolean;
}

export type CardAction =
  | { type: "pointer"; time: number }
  | { type: "close" | "pin" | "unpin" | "more" | "less" | "open-options" | "open-side-panel" };

/** How the card stands in its page, which alone decides on that; a frame that is set up anew is told so. */
export interface CardStanding {
  pinned: boolean;
  expanded: boolean;
  /** The tab is of a private window. */
  isPrivate: boolean;
}

/** The cards of all tabs: which frame is whose, and what it shows. */
export interface Cards {
  /**
   * A ticket for a new frame in a tab. The frame before it, if any, gets nothing any more.
   *
   * @param documentId of the page that the frame is for, where the browser says it
   */
  prepare(tabId: number, documentId?: string): Promise<string>;
  /** Takes the line of a frame, if it holds the tab's ticket; cuts it otherwise. */
  attach(port: CardPort): Promise<void>;
  /**
   * Shows the answer about somebody.
   *
   * @returns true when the card certainly shows nobody else any more; false when its frame does not say so in time
   */
  show(tabId: number, query: Query, standing: CardStanding): Promise<boolean>;
  /** The card is hidden: forgets whom it showed and lets go of the look-up. */
  hide(tabId: number): Promise<void>;
  pin(tabId: number, pinned: boolean): Promise<void>;
  /** The card has been given its second size, or its first again. */
  expand(tabId: number, expanded: boolean): Promise<void>;
  forgetTab(tabId: number): Promise<void>;
}

/** Nothing has come of it. */
const ABORTED = { state: "failed", failure: { why: "aborted" } } as const;

/** Nothing is asked. */
const TOO_FAST = { state: "failed", failure: { why: "too-fast" } } as const;

interface Line {
  port: CardPort;
  /** Its frame is there. */
  open: boolean;
}

export function createCards(parts: CardsParts): Cards {
  const { session, now } = parts;
  const lines = new Map<number, Line>();
  const tellings = new Map<number, Telling<Line>>();
  /** The pages that the tabs' frames are for. */
  const documents = new Map<number, string | undefined>();
  /** Those who wait for a tab's card to show nobody else. */
  const waiting = new Map<number, (look: number) => void>();
  /** One change at a time for each tab: read, change, write must not interleave. */
  const turns = new Map<number, Turns>();

  function inTurn<T>(tabId: number, job: () => Promise<T>): Promise<T> {
    const ofTab = turns.get(tabId) ?? createTurns();
    turns.set(tabId, ofTab);
    return ofTab(job);
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
    tellings.get(tabId)?.controller.abort();
    tellings.delete(tabId);
  }

  async function answer(
    tabId: number,
    record: CardRecord,
    query: Query,
    fresh: boolean,
  ): Promise<void> {
    const { look, pinned, expanded } = record;
    const former = tellings.get(tabId);
    const goesOn = !fresh && former !== undefined && goesOnWith(former, query);
    if (!goesOn) stopLookUp(tabId);
    const line = lines.get(tabId);
    if (!line) return;
    const telling = goesOn ? former : beginTelling<Line>(query, look);
    tellings.set(tabId, telling);
    telling.look = look;
    telling.line = undefined;
    const surroundings = await parts.surroundings();
    const zoneId = surroundings.zone?.id;
    if (telling.controller.signal.aborted || telling.look !== look) return;
    if (telling.progress.state !== "begun" && telling.zoneId !== zoneId) {
      stopLookUp(tabId);
      return answer(tabId, record, query, fresh);
    }
    telling.line = line;
    post(line, { type: "show", look, query, pinned, expanded, ...surroundings });
    if (telling.progress.state === "begun") {
      telling.zoneId = zoneId;
      telling.progress = { state: "asked" };
      await lookUp(tabId, telling, fresh, record.isPrivate === true);
    } else if (telling.progress.state === "not-found")
      tell(tabId, telling, telling.progress.answer);
  }

  async function lookUp(
    tabId: number,
    telling: Telling<Line>,
    fresh: boolean,
    isPrivate: boolean,
  ): Promise<void> {
    const { query, controller } = telling;
    const { signal } = controller;
    const ask = async (past: { fresh: boolean }) =>
      parts.budget.spend(tabId) > 0
        ? TOO_FAST
        : parts.lookUp(query, { ...past, signal, isPrivate });
    const isStale = await tellOrBegin(await ask({ fresh }));
    // An old answer stands at once, with its age, and is refreshed behind.
    if (isStale) await tellOrBegin(await ask({ fresh: true }));

    /** @returns whether an answer was told that is old */
    async function tellOrBegin({ zone, ...found }: InZone<Answer>): Promise<boolean> {
      if (signal.aborted) return false;
      if (zone && zone.id !== telling.zoneId) {
        // Another zone was chosen after the card was told in which one it looks.
        stopLookUp(tabId);
        // It may have been pinned meanwhile, or show somebody else.
        const record = await readRecord(session, tabId);
        if (record?.query && record.look === telling.look)
          await answer(tabId, record, record.query, fresh);
        return false;
      }
      tell(tabId, telling, found);
      return found.state === "found" && found.stale === true;
    }
  }

  /** Tells the answer to the frame that shows it now. */
  function tell(tabId: number, telling: Telling<Line>, found: Answer): void {
    if (telling.controller.signal.aborted) return;
    telling.progress = progressWith(found);
    const { look, line } = telling;
    if (!line || lines.get(tabId) !== line) return;
    post(line, { type: "answer", look, answer: found });
    // An old answer that is being refreshed is not the last word.
    if (found.state === "found" && found.stale) return;
    const { zoneId } = telling;
    void change(tabId, (r) => (r.look === look ? { ...r, answered: look, zoneId } : r));
  }

  function onMessage(tabId: number, line: Line, message: unknown): void {
    const { data } = fromCard.safeParse(message);
    if (!data || lines.get(tabId) !== line) return;
    switch (data.type) {
      case "showing":
        waiting.get(tabId)?.(data.look);
        break;
      case "refresh":
        void again(tabId);
        break;
      case "look-elsewhere":
        void elsewhere(tabId);
        break;
      case "pointer":
        parts.onAction(tabId, data);
        break;
      default:
        parts.onAction(tabId, { type: data.type });
    }
  }

  /** Looks up once more whoever the card shows. */
  async function again(tabId: number): Promise<void> {
    const record = await change(tabId, (r) => ({ ...r, look: r.look + 1 }));
    if (record?.query) await answer(tabId, record, record.query, true);
  }

  async function elsewhere(tabId: number): Promise<void> {
    const record = await readRecord(session, tabId);
    if (!record?.query) return;
    const reply = await lookElsewhere(tabId, record.query, record.zoneId).catch(() => ABORTED);
    tellFrame(tabId, { type: "elsewhere", look: record.look, reply });
  }

  /** @param zoneId where the person is absent; nobody is, before there is an answer */
  async function lookElsewhere(
    tabId: number,
    query: Query,
    zoneId: string | undefined,
  ): Promise<ElsewhereReply> {
    if (zoneId === undefined) return ABORTED;
    return parts.budget.spend(tabId) > 0 ? TOO_FAST : parts.lookElsewhere(query, zoneId);
  }

  function tellFrame(tabId: number, message: ToCard): void {
    const line = lines.get(tabId);
    if (line) post(line, message);
  }

  return {
    prepare(tabId, documentId) {
      // In the same page the new frame may stand in for the one before.
      if (documentId === undefined || documents.get(tabId) !== documentId) stopLookUp(tabId);
      documents.set(tabId, documentId);
      lines.get(tabId)?.port.disconnect();
      lines.delete(tabId);
      return inTurn(tabId, async () => {
        const ticket = parts.newTicket();
        const fresh = { look: 0, pinned: false, expanded: false };
        await writeRecord(session, tabId, { ticket, issuedAt: now(), ...fresh });
        return ticket;
      });
    },

    async attach(port) {
      const tabId = port.sender?.tab?.id;
      // Heard at once: what the card says before it is let in waits.
      let hear: ((message: unknown) => void) | undefined;
      const early: unknown[] = [];
      port.onMessage.addListener((message) => (hear ? hear(message) : early.push(message)));
      // So is its end: of a port whose frame has gone the browser lets nothing be read any more.
      const line: Line = { port, open: true };
      port.onDisconnect.addListener(() => {
        line.open = false;
        if (tabId !== undefined && lines.get(tabId) === line) lines.delete(tabId);
      });
      const claimed =
        tabId === undefined ? undefined : await change(tabId, (r) => claim(r, port, now()) ?? r);
      if (!line.open) return;
      if (tabId === undefined || !claimed || !isClaimedBy(claimed, port)) return port.disconnect();
      lines.set(tabId, line);
      hear = (message) => onMessage(tabId, line, message);
      for (const message of early) hear(message);
      if (!claimed.query) post(line, { type: "clear" });
      // A card that has its answer keeps it through the worker's death.
      else if (claimed.answered !== claimed.look)
        await answer(tabId, claimed, claimed.query, false);
    },

    async show(tabId, query, standing) {
      const record = await change(tabId, (r) => ({ ...r, ...standing, query, look: r.look + 1 }));
      // A frame that is still loading shows nobody; it is told whom to show when its line comes.
      if (!record?.frame) return record !== undefined;
      const shown = new Promise<boolean>((resolve) => {
        waiting.set(tabId, (look) => look === record.look && resolve(true));
        setTimeout(() => resolve(false), CARD_READY_MS);
      });
      // Without a line the frame is about to come back, after the worker's death, and is told then.
      if (lines.has(tabId)) void answer(tabId, record, query, false);
      return shown;
    },

    async hide(tabId) {
      stopLookUp(tabId);
      await change(tabId, ({ query: _, ...rest }) => ({ ...rest, pinned: false, expanded: false }));
      tellFrame(tabId, { type: "clear" });
    },

    async pin(tabId, pinned) {
      await change(tabId, (r) => ({ ...r, pinned }));
      tellFrame(tabId, { type: "pinned", pinned });
    },

    async expand(tabId, expanded) {
      await change(tabId, (r) => ({ ...r, expanded }));
      tellFrame(tabId, { type: "expanded", expanded });
    },

    forgetTab(tabId) {
      stopLookUp(tabId);
      parts.budget.forgetTab(tabId);
      lines.delete(tabId);
      documents.delete(tabId);
      return inTurn(tabId, () => removeRecord(session, tabId)).finally(() => turns.delete(tabId));
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
    record.frame !== undefined &&
    port.name === `card#${record.ticket}` &&
    record.frame.frameId === port.sender?.frameId &&
    record.frame.documentId === port.sender?.documentId
  );
}
