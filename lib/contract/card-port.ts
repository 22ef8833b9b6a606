import * as z from "zod/mini";
import { answer, zone } from "../directory/answer.ts";
import { elsewhereReply } from "../directory/elsewhere.ts";
import { suggestionsReply } from "../directory/suggested.ts";
import { thingName } from "../directory/thing.ts";
import { query } from "../query.ts";
import { source } from "../source.ts";
import { type Envelopes, nameIn, paramsIn } from "./envelope.ts";
import type { Hears } from "./hears.ts";
import type { Carried } from "./message.ts";

/**
 * What the background and the card's frame say to each other over their port; each checks what it hears.
 * The content script has no part in it (design, invariant 1).
 */

/** Counts the looks of one card. */
const look = z.int();

/** Background to card. */
export const TO_CARD = {
  /** Somebody is to be shown, and is being looked up. `look` counts up; an answer to an older one is dropped. */
  begin: z.strictObject({
    look,
    query,
    /** What of the page that was taken from; absent when the text itself says it. */
    source: z.optional(source),
    zone: z.exactOptional(zone),
    /** Template of a user's address in the admin console; absent: the usual one. */
    consoleUrl: z.exactOptional(z.string()),
    pinned: z.boolean(),
    expanded: z.boolean(),
  }),
  answer: z.strictObject({ look, answer }),
  /**
   * What things are called that the answer's users mention by ID: those that are known come before the answer, others
   * when the API has told them. The card cannot ask: the background takes them from the answer itself.
   */
  names: z.strictObject({ look, names: z.array(thingName) }),
  /** Where else the person is; answers "lookElsewhere". */
  elsewhere: z.strictObject({ look, reply: elsewhereReply }),
  /** Who may be meant; answers "suggest". */
  suggestions: z.strictObject({ look, reply: suggestionsReply }),
  /** The card is hidden: nobody is to be shown. */
  empty: z.strictObject({}),
  /** Another key or zone holds, or the key was unlocked: what failed for want of it can be asked again. */
  keyed: z.strictObject({}),
  /** The card was pinned or let go, or has its second size, or its first again. */
  standing: z.strictObject({ pinned: z.boolean(), expanded: z.boolean() }),
};

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

type Table = Record<string, z.ZodMiniType>;
type Params<T extends Table> = { [N in keyof T]: Carried<T[N]> };

export type ToCard = Params<typeof TO_CARD>;
export type FromCard = Params<typeof FROM_CARD>;

/** A message in either direction, as it goes over the port. */
export type ToCardMessage = Envelopes<ToCard>;
export type FromCardMessage = Envelopes<FromCard>;

/** Hands a message on to the one who hears it. @returns whether it was one of the table, as it should be */
export function hear<T extends Table>(
  table: T,
  message: unknown,
  hears: Hears<Params<T>>,
): boolean {
  const name = nameIn(table, message);
  const read = name === undefined ? undefined : table[name]?.safeParse(paramsIn(message));
  if (name === undefined || !read?.success) return false;
  // The table ties each hearer to the parameters that were just read.
  (hears[name] as (params: unknown) => void)(read.data);
  return true;
}
