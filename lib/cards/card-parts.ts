import type { Answer, InZone, ZoneRef } from "../directory/answer.ts";
import type { ElsewhereReply } from "../directory/elsewhere.ts";
import type { SuggestionsReply } from "../directory/suggested.ts";
import type { Thing, ThingName } from "../directory/thing.ts";
import type { Depth } from "../directory/with-roles.ts";
import type { Query } from "../query.ts";
import type { StorageArea } from "../storage.ts";
import type { TabBudget } from "../tab-budget.ts";

/** What the cards need from the rest of the background. */
export interface CardsParts {
  session: StorageArea;
  /**
   * @param tell called with the answer and the names that are known for it, and again with a newer one if that is old
   */
  lookUp: (
    query: Query,
    options: CardLookUp,
    tell: (answer: InZone<Answer>, names: readonly ThingName[]) => void,
  ) => Promise<void>;
  /** A card shows someone: the side panel follows. */
  shown: (query: Query) => Promise<void>;
  /** Returns the names of things in a zone. @param isPrivate see CardLookUp */
  names: (things: readonly Thing[], zoneId: string, isPrivate: boolean) => Promise<ThingName[]>;
  /**
   * Returns what an answer lacks and a further request can add.
   *
   * @returns undefined if that adds nothing
   */
  complete: (answer: Answer, options: CardCompletion) => Promise<Answer | undefined>;
  /** @param zoneId the zone in which the person is absent */
  lookElsewhere: (query: Query, zoneId: string) => Promise<ElsewhereReply>;
  /** Finds similar addresses. @param zoneId the zone in which the person is absent @param isPrivate see CardLookUp */
  suggest: (query: Query, zoneId: string, isPrivate: boolean) => Promise<SuggestionsReply>;
  /** Limits the lookups of pages and cards. */
  budget: TabBudget;
  /** What the card names in addition to the person: the zone in which it looks people up, and the console. */
  surroundings: () => Promise<{ zone?: ZoneRef; consoleUrl?: string }>;
  /** Handles the card's buttons that don't concern the card itself. */
  onAction: (tabId: number, action: CardAction) => void;
  newTicket: () => string;
  /** ms since the epoch */
  now: () => number;
}

export interface CardLookUp {
  signal: AbortSignal;
  /** Bypasses the cache. */
  fresh: boolean;
  /** The tab belongs to a private window: nothing is kept. */
  isPrivate: boolean;
}

export interface CardCompletion extends CardLookUp {
  /** The zone of the answer. */
  zoneId: string;
  depth: Depth;
}

export type CardAction =
  | { type: "pointer"; time: number }
  | { type: "pin"; pinned: boolean }
  | { type: "expand"; expanded: boolean }
  /** @property text what to search for */
  | { type: "search"; text: string }
  | { type: "close" | "openOptions" | "unlock" | "openSidePanel" };
