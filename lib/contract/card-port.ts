import * as z from "zod/mini";
import type { Answer, ZoneRef } from "../directory/answer.ts";
import type { ElsewhereReply } from "../directory/elsewhere.ts";
import type { SuggestionsReply } from "../directory/suggested.ts";
import type { ThingName } from "../directory/thing.ts";
import type { Query } from "../query.ts";
import type { Source } from "../source.ts";
import { type Envelopes, nameIn, paramsIn } from "./envelope.ts";
import type { Carried } from "./message.ts";
import type { MessageHandlers } from "./message-handlers.ts";

/**
 * The messages between the background and the card's frame over their port. The background validates what it receives;
 * the card, which only the background can reach, doesn't (docs/decisions/0033-the-card-trusts-its-background.md). The
 * content script has no part in it (design, invariant 1).
 */

/** From the background to the card. `look` numbers the looks of one card. */
export interface ToCard {
  /** Someone should be shown, and is being looked up. `look` increases; an answer to an earlier one is dropped. */
  begin: {
    look: number;
    query: Query;
    /** Where in the page the person was taken from; absent if from the text itself. */
    source?: Source | undefined;
    zone?: ZoneRef;
    /** Template of a user's URL in the admin console; absent: the default. */
    consoleUrl?: string;
  } & Standing;
  answer: { look: number; answer: Answer };
  /**
   * The names of things that the answer's users refer to by ID: known ones come before the answer, others when the API
   * has returned them. The card can't ask: the background takes the IDs from the answer itself.
   */
  names: { look: number; names: readonly ThingName[] };
  /** The other zones that have the person; answers "lookElsewhere". */
  elsewhere: { look: number; reply: ElsewhereReply };
  /** People with a similar address; answers "suggest". */
  suggestions: { look: number; reply: SuggestionsReply };
  /** The card has become visible. */
  shown: Record<never, never>;
  /** The card is hidden: it should show no one. */
  empty: Record<never, never>;
  /** The key or the zone has changed, or the key was unlocked: what failed because of that can be requested again. */
  keyed: Record<never, never>;
  /** The card was pinned or unpinned, or changed its size. */
  standing: Standing;
}

interface Standing {
  pinned: boolean;
  expanded: boolean;
}

/** As in {@link ToCard}. */
const look = z.int();

/** From the card to the background. No message says who to look up: the background remembers that itself. */
export const FROM_CARD = {
  /** Answers "begin": no one else is shown any more. */
  painted: z.strictObject({ look }),
  /**
   * The pointer moved inside the card at `time` (ms since the epoch). The page's own process isn't notified when the
   * pointer moves directly into a frame of another process, nor is this frame when it leaves (measured in Chromium
   * 156).
   */
  pointer: z.strictObject({ time: z.number() }),
  refresh: z.strictObject({}),
  /** Looks for the person, who is absent here, in the other zones that the key can read. */
  lookElsewhere: z.strictObject({}),
  /** Looks for people with an address similar to one that no one has. */
  suggest: z.strictObject({}),
  /** Shows one of the suggested people, by the index in the last "suggestions"; answers "names". */
  choose: z.strictObject({ place: z.int().check(z.gte(0)) }),
  /** Opens the popup with something to search for in its field. */
  search: z.strictObject({}),
  close: z.strictObject({}),
  pin: z.strictObject({ pinned: z.boolean() }),
  /** Its second size, with everything that is known; or its first one again. */
  expand: z.strictObject({ expanded: z.boolean() }),
  openOptions: z.strictObject({}),
  /** Opens the popup, which has the passphrase field while the key is locked. */
  unlock: z.strictObject({}),
  openSidePanel: z.strictObject({}),
};

/** The messages that the card can send. */
export type FromCard = { [N in keyof typeof FROM_CARD]: Carried<(typeof FROM_CARD)[N]> };

/** A message in either direction, as it is posted. */
export type ToCardMessage = Envelopes<ToCard>;
export type FromCardMessage = Envelopes<FromCard>;

/** Passes a message of the card to its handler. @returns whether the message was valid */
export function dispatchFromCard(message: unknown, handlers: MessageHandlers<FromCard>): boolean {
  const name = nameIn(FROM_CARD, message);
  if (name === undefined) return false;
  const { success, data } = FROM_CARD[name].safeParse(paramsIn(message));
  if (!success) return false;
  // The table connects each handler with the parameters that were just parsed.
  (handlers[name] as (params: unknown) => void)(data);
  return true;
}
