import * as z from "zod/mini";
import type { Answer, ZoneRef } from "../directory/answer.ts";
import type { ElsewhereReply } from "../directory/elsewhere.ts";
import type { SuggestionsReply } from "../directory/suggested.ts";
import type { ThingName } from "../directory/thing.ts";
import type { Query } from "../query.ts";
import type { Source } from "../source.ts";
import { type Envelopes, nameIn, paramsIn } from "./envelope.ts";
import type { Hears } from "./hears.ts";
import type { Carried } from "./message.ts";

/**
 * What the background and the card's frame say to each other over their port. The background checks what it hears; the
 * card, which only it can reach, does not (docs/decisions/0033-the-card-trusts-its-background.md). The content script has
 * no part in it (design, invariant 1).
 */

/** Background to card. `look` counts the looks of one card. */
export interface ToCard {
  /** Somebody is to be shown, and is being looked up. `look` counts up; an answer to an older one is dropped. */
  begin: {
    look: number;
    query: Query;
    /** What of the page that was taken from; absent when the text itself says it. */
    source?: Source | undefined;
    zone?: ZoneRef;
    /** Template of a user's address in the admin console; absent: the usual one. */
    consoleUrl?: string;
  } & Standing;
  answer: { look: number; answer: Answer };
  /**
   * What things are called that the answer's users mention by ID: those that are known come before the answer, others
   * when the API has told them. The card cannot ask: the background takes them from the answer itself.
   */
  names: { look: number; names: readonly ThingName[] };
  /** Where else the person is; answers "lookElsewhere". */
  elsewhere: { look: number; reply: ElsewhereReply };
  /** Who may be meant; answers "suggest". */
  suggestions: { look: number; reply: SuggestionsReply };
  /** The card is hidden: nobody is to be shown. */
  empty: Record<never, never>;
  /** Another key or zone holds, or the key was unlocked: what failed for want of it can be asked again. */
  keyed: Record<never, never>;
  /** The card was pinned or let go, or has its second size, or its first again. */
  standing: Standing;
}

interface Standing {
  pinned: boolean;
  expanded: boolean;
}

/** As in {@link ToCard}. */
const look = z.int();

/** Card to background. None says whom to look up: the background remembers that itself. */
export const FROM_CARD = {
  /** Answers "begin": nobody else is painted any more. */
  painted: z.strictObject({ look }),
  /**
   * The pointer moved inside the card at `time` (ms since the epoch). The page's own process is not told of a pointer
   * that goes straight into a frame of another process, nor this frame of one that leaves (measured in Chromium 156).
   */
  pointer: z.strictObject({ time: z.number() }),
  refresh: z.strictObject({}),
  /** Looks for the person, who is absent here, in the other zones that the key reads. */
  lookElsewhere: z.strictObject({}),
  /** Looks for people who may be meant by an address that nobody has. */
  suggest: z.strictObject({}),
  /** Shows one of those who may be meant, by the place in the last "suggestions"; answers "names". */
  choose: z.strictObject({ place: z.int().check(z.gte(0)) }),
  /** Opens the popup, with what there is to search for in its field. */
  search: z.strictObject({}),
  close: z.strictObject({}),
  pin: z.strictObject({ pinned: z.boolean() }),
  /** The second size, with all that is known; or the first again. */
  expand: z.strictObject({ expanded: z.boolean() }),
  openOptions: z.strictObject({}),
  /** Opens the popup, which has the field for the passphrase while the key is locked. */
  unlock: z.strictObject({}),
  openSidePanel: z.strictObject({}),
};

/** What the card may say. */
export type FromCard = { [N in keyof typeof FROM_CARD]: Carried<(typeof FROM_CARD)[N]> };

/** A message in either direction, as it goes over the port. */
export type ToCardMessage = Envelopes<ToCard>;
export type FromCardMessage = Envelopes<FromCard>;

/** Hands what a card says on to the one who hears it. @returns whether it was a message as it should be */
export function hearCard(message: unknown, hears: Hears<FromCard>): boolean {
  const name = nameIn(FROM_CARD, message);
  const read = name === undefined ? undefined : FROM_CARD[name].safeParse(paramsIn(message));
  if (name === undefined || !read?.success) return false;
  // The table ties each hearer to the parameters that were just read.
  (hears[name] as (params: unknown) => void)(read.data);
  return true;
}
