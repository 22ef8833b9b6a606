import type { Answer, InZone } from "../directory/answer.ts";
import type { ThingName } from "../directory/thing.ts";
import type { Query } from "../query.ts";
import type { Source } from "../source.ts";
import type { CardPort } from "./card-port.ts";

/** The frame in a tab that holds its card. */
export interface CardFrame {
  frameId: number;
  documentId?: string | undefined;
}

/** What opens the line between the card's frame and the background; only the frame's own URL holds it. */
interface Ticket {
  ticket: string;
  /** Drawn by the document that the frame is for: a new frame in the same one goes on with what was shown. */
  page: number;
  /** Counts the looks of this card, so that an answer or a word of an older one is known. */
  look: number;
  subject: Subject;
}

/** What the card of one tab is doing. */
export type CardState =
  /** There is none. */
  | { name: "none" }
  /** A ticket was given out at `issuedAt` (ms since the epoch), and no frame has come with it yet. */
  | ({ name: "ticketed"; issuedAt: number } & Ticket)
  /** Its frame has come, and the line to it is cut: the worker died, or the page was put aside. It connects anew. */
  | ({ name: "cut"; frame: CardFrame } & Ticket)
  /** It can be told things; `begun` is the look that it knows of, and may be told the answer to. */
  | ({ name: "in-line"; frame: CardFrame; port: CardPort; begun: number } & Ticket);

/** How the card stands in its page, which alone decides on that; a frame that is set up anew is told so. */
export interface Standing {
  pinned: boolean;
  expanded: boolean;
}

/** Whom the card is about. */
export interface About extends Standing {
  query: Query;
  /** What of the page that was taken from; absent when the text itself says it. */
  source?: Source | undefined;
  /** The tab is of a private window: nothing of it is kept. */
  isPrivate: boolean;
}

/** Whom something of a card is about, without what has come of it. */
export function aboutOf({ query, source, pinned, expanded, isPrivate }: About): About {
  return { query, source, pinned, expanded, isPrivate };
}

/** What is to be seen in the card. */
export type Subject =
  /**
   * Nobody. `former` is what the frame before this one showed: a page can take the frame away, or cover it, and so have
   * it set up anew; then nobody is asked for again, since a page's script must not be able to cause a request (design,
   * invariant 3).
   */
  | { is: "nobody"; former?: Told }
  /** Somebody who is to be looked up as soon as a frame is there to show it. `fresh`: past the cache. */
  | ({ is: "wanted"; fresh: boolean } & About)
  | Told
  /** The frame has its answer from a worker that died since, and keeps it. */
  | ({ is: "told-before"; zoneId: string | undefined } & About);

/** Somebody who is looked up, in this zone. `answer` is what the frame was told last; until `isLast` a newer one comes. */
export interface Told extends About {
  is: "told";
  zoneId: string | undefined;
  /** Ends the look-up. */
  controller: AbortController;
  answer?: InZone<Answer>;
  /** What the frame was told of things that the answers mention. */
  names: readonly ThingName[];
  isLast: boolean;
}
