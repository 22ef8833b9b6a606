import * as z from "zod/mini";
import { answer, zone } from "../directory/answer.ts";
import { elsewhereReply } from "../directory/elsewhere.ts";
import { query } from "./query.ts";

/**
 * What the background and the card's frame say to each other over their port; each checks what it hears.
 * The content script has no part in it (design, invariant 1).
 */

/** Counts the looks of one card. */
const look = z.int();

/** Background to card. */
export const toCard = z.discriminatedUnion("type", [
  /** A look-up has begun: show the loading state. `look` counts up; an answer to an older one is dropped. */
  z.strictObject({
    type: z.literal("show"),
    look,
    query,
    zone: z.exactOptional(zone),
    /** Template of a user's address in the admin console; absent: the usual one. */
    consoleUrl: z.exactOptional(z.string()),
    pinned: z.boolean(),
    expanded: z.boolean(),
  }),
  z.strictObject({ type: z.literal("answer"), look, answer }),
  /** Where else the person is; answers "look-elsewhere". */
  z.strictObject({ type: z.literal("elsewhere"), look, reply: elsewhereReply }),
  /** The card is hidden: show nobody. */
  z.strictObject({ type: z.literal("clear") }),
  /** The card was pinned or let go. */
  z.strictObject({ type: z.literal("pinned"), pinned: z.boolean() }),
  /** The card has its second size, or its first again. */
  z.strictObject({ type: z.literal("expanded"), expanded: z.boolean() }),
]);

export type ToCard = z.output<typeof toCard>;

/** Card to background. None says whom to look up: the background remembers that itself. */
export const fromCard = z.discriminatedUnion("type", [
  /** Answers "show": nobody else is painted any more. */
  z.strictObject({ type: z.literal("showing"), look }),
  /**
   * The pointer moved inside the card at `time` (ms since the epoch). The page's own process is not told of a pointer
   * that goes straight into a frame of another process, nor this frame of one that leaves (measured in Chromium 156).
   */
  z.strictObject({ type: z.literal("pointer"), time: z.number() }),
  z.strictObject({
    type: z.enum([
      "refresh",
      /** Looks for the person, who is absent here, in the other zones that the key reads. */
      "look-elsewhere",
      "close",
      "pin",
      "unpin",
      /** The second size, with all that is known; and the first again. */
      "more",
      "less",
      "open-options",
      "open-side-panel",
    ]),
  }),
]);

export type FromCard = z.output<typeof fromCard>;
