import type { Answer, InZone } from "../directory/answer.ts";
import type { ThingName } from "../directory/thing.ts";
import type { Query } from "../query.ts";
import type { Source } from "../source.ts";
import type { CardPort } from "./card-port.ts";

/** The frame in a tab that contains its card. */
export interface CardFrame {
  frameId: number;
  documentId?: string | undefined;
}

/** What lets the card's frame connect to the background. Only the frame's own URL contains it. */
interface Ticket {
  ticket: string;
  /**
   * Identifies the document that the frame belongs to: a new frame in the same document continues with what was shown.
   */
  page: number;
  /** Numbers the looks of this card, to recognize answers and messages of an earlier one. */
  look: number;
  subject: Subject;
}

/** The state of the card in one tab. */
export type CardState =
  /** There is no card. */
  | { name: "none" }
  /** A ticket was issued at `issuedAt` (ms since the epoch), and no frame has claimed it yet. */
  | ({ name: "ticketed"; issuedAt: number } & Ticket)
  /**
   * Its frame has connected, but the port is disconnected: the worker has stopped, or the page is in the back/forward
   * cache. It will reconnect.
   */
  | ({ name: "cut"; frame: CardFrame } & Ticket)
  /** It can receive messages; `begun` is the look that it knows about, and can receive the answer to. */
  | ({ name: "in-line"; frame: CardFrame; port: CardPort; begun: number } & Ticket);

/** Pin and size of the card, which only the page decides. A new frame is told about them. */
export interface Standing {
  pinned: boolean;
  expanded: boolean;
}

/** Who the card is about. */
export interface About extends Standing {
  query: Query;
  /** Where in the page the person was taken from; absent if from the text itself. */
  source?: Source | undefined;
  /** The tab belongs to a private window: nothing is kept. */
  isPrivate: boolean;
}

/** Returns who the card is about, without the progress of the lookup. */
export function aboutOf({ query, source, pinned, expanded, isPrivate }: About): About {
  return { query, source, pinned, expanded, isPrivate };
}

/** What the card shows. */
export type Subject =
  /**
   * No one. `former` is what the previous frame showed: a page can remove or cover the frame, and so cause a new one.
   * In that case no one is looked up again, because a page's script must not be able to cause a request (design,
   * invariant 3).
   */
  | { is: "nobody"; former?: Told }
  /** Someone who is looked up as soon as a frame is there to show them. `fresh`: bypasses the cache. */
  | ({ is: "wanted"; fresh: boolean } & About)
  | Told
  /** The frame has its answer from a worker that has stopped since, and keeps it. */
  | ({ is: "told-before"; zoneId: string | undefined } & About);

/**
 * Someone who is being looked up in this zone. `answer` is what the frame was told last; until `isLast`, a newer one
 * follows.
 */
export interface Told extends About {
  is: "told";
  zoneId: string | undefined;
  /** Aborts the lookup. */
  controller: AbortController;
  answer?: InZone<Answer>;
  /** The names that the frame was told for things in the answers. */
  names: readonly ThingName[];
  isLast: boolean;
}

/** The state of a card that shows someone. */
export type Occupied = Exclude<CardState, { name: "none" }> & {
  subject: Exclude<Subject, { is: "nobody" }>;
};

export function isOccupied(state: CardState): state is Occupied {
  return state.name !== "none" && state.subject.is !== "nobody";
}
