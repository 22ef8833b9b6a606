import type { Answer, InZone, ZoneRef } from "../directory/answer.ts";
import type { ElsewhereReply } from "../directory/elsewhere.ts";
import type { SuggestionsReply } from "../directory/suggested.ts";
import type { Thing, ThingName } from "../directory/thing.ts";
import type { Depth } from "../directory/with-roles.ts";
import type { Query } from "../query.ts";
import type { StorageArea } from "../storage.ts";
import type { TabBudget } from "../tab-budget.ts";

/** What the cards take from the rest of the background. */
export interface CardsParts {
  session: StorageArea;
  /** @param tell is told the answer with the names that are known for it, and a newer one where that is old */
  lookUp: (
    query: Query,
    options: CardLookUp,
    tell: (answer: InZone<Answer>, names: readonly ThingName[]) => void,
  ) => Promise<void>;
  /** A card shows somebody: the side panel follows. */
  shown: (query: Query) => Promise<void>;
  /** What things of a zone are called. @param isPrivate see CardLookUp */
  names: (things: readonly Thing[], zoneId: string, isPrivate: boolean) => Promise<ThingName[]>;
  /**
   * What an answer leaves open and can be had behind it.
   *
   * @returns undefined where that gains nothing
   */
  complete: (answer: Answer, options: CardCompletion) => Promise<Answer | undefined>;
  /** @param zoneId where the person is absent */
  lookElsewhere: (query: Query, zoneId: string) => Promise<ElsewhereReply>;
  /** Who may be meant. @param zoneId where the person is absent @param isPrivate see CardLookUp */
  suggest: (query: Query, zoneId: string, isPrivate: boolean) => Promise<SuggestionsReply>;
  /** Of what pages and cards may have looked up. */
  budget: TabBudget;
  /** What the card names beside the person: the zone that look-ups are made in, and the console. */
  surroundings: () => Promise<{ zone?: ZoneRef; consoleUrl?: string }>;
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

export interface CardCompletion extends CardLookUp {
  /** Of which the answer is. */
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
