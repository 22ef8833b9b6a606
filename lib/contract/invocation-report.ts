import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import { query } from "../query.ts";
import { source } from "../source.ts";
import { anchor, coordinate } from "./anchor.ts";

const selected = z.string().check(lengthWithin(1, SEARCH_MAX_CHARS));

/** What a frame answers when command or menu ask it for somebody; undefined when it has nobody. */
export const invocationReport = z.discriminatedUnion("type", [
  /** The top frame shows the card itself. */
  z.strictObject({ type: z.literal("shown") }),
  /** For the top frame to show. */
  z.strictObject({ type: z.literal("in-frame"), query, source: z.optional(source), anchor }),
  /** Nobody is there, but a text is selected, to be searched for. Only for the keyboard: the menu knows it. */
  z.strictObject({ type: z.literal("selected"), text: selected }),
  /** The keyboard is in a frame inside this one, whose document begins here; CSS px. */
  z.strictObject({ type: z.literal("around"), left: coordinate, top: coordinate }),
  /** The top frame can draw no card, whoever is in the frames inside it. `meant`: whom the popup is to show of the top frame's own. */
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
