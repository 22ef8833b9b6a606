import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import { query } from "../query.ts";
import { source } from "../source.ts";
import { anchor, coordinate } from "./anchor.ts";

const selected = z.string().check(lengthWithin(1, SEARCH_MAX_CHARS));

/** What a frame returns for the command or the menu; undefined if no one is mentioned there. */
export const invocationReport = z.discriminatedUnion("type", [
  /** The top frame shows the card itself. */
  z.strictObject({ type: z.literal("shown") }),
  /** For the top frame to show. */
  z.strictObject({ type: z.literal("in-frame"), query, source: z.optional(source), anchor }),
  /**
   * No one is mentioned, but a text is selected, which can be searched for. Only for the keyboard: the menu gets the
   * selection.
   */
  z.strictObject({ type: z.literal("selected"), text: selected }),
  /** The keyboard focus is in a sub-frame of this frame, whose document starts here; CSS px. */
  z.strictObject({ type: z.literal("around"), left: coordinate, top: coordinate }),
  /**
   * The top frame can't draw a card, whoever is mentioned in its sub-frames. `meant`: who the popup should show, if it
   * is someone in the top frame.
   */
  z.strictObject({
    type: z.literal("cardless"),
    meant: z.optional(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("query"), query }),
        z.strictObject({ kind: z.literal("search"), text: selected }),
      ]),
    ),
  }),
]);

export type InvocationReport = z.output<typeof invocationReport>;
