import * as z from "zod/mini";
import { query } from "../query.ts";
import { source } from "../source.ts";
import { anchor, coordinate } from "./anchor.ts";

/** What a frame answers when command or menu ask it for somebody; undefined when it has nobody. */
export const askedReport = z.discriminatedUnion("type", [
  /** The top frame shows the card itself. */
  z.strictObject({ type: z.literal("shown") }),
  /** For the top frame to show. */
  z.strictObject({ type: z.literal("in-frame"), query, source: z.optional(source), anchor }),
  /** The keyboard is in a frame inside this one, whose document begins here; CSS px. */
  z.strictObject({ type: z.literal("around"), left: coordinate, top: coordinate }),
]);

export type AskedReport = z.output<typeof askedReport>;
