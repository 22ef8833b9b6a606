import * as z from "zod/mini";
import { doubt, failure, user } from "./answer.ts";

/** How somebody's address is like one that nobody has: the most likely first. */
export const alike = z.discriminatedUnion("kind", [
  /** It begins as the one that may be cut. */
  z.strictObject({ kind: z.literal("longer") }),
  /** The same without what stood behind a plus sign. `tag`: with the sign. */
  z.strictObject({ kind: z.literal("untagged"), tag: z.string() }),
  /** The same with such a tag of its own. */
  z.strictObject({ kind: z.literal("tagged"), tag: z.string() }),
  /** The same but for dots, hyphens and underscores in the name. */
  z.strictObject({ kind: z.literal("dots") }),
  /** One letter is more, less or another. */
  z.strictObject({ kind: z.literal("letter") }),
  /** Two letters beside one another have changed places. */
  z.strictObject({ kind: z.literal("swap") }),
  /** The same words in another order. */
  z.strictObject({ kind: z.literal("order") }),
  /** It stands in the other, which has something glued to it. */
  z.strictObject({ kind: z.literal("within") }),
  /** The same name at another domain. */
  z.strictObject({ kind: z.literal("domain"), domain: z.string() }),
]);

export type Alike = z.output<typeof alike>;

/** Who may be meant by an address that nobody has. */
export const suggestionsReply = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("searched"),
    /** The most likely first, and of these who signed in last. */
    people: z.array(z.strictObject({ user, why: alike })),
    /** How many more there are. */
    over: z.int(),
    /** Why others may be there too. */
    doubt: z.exactOptional(doubt),
  }),
  z.strictObject({ state: z.literal("failed"), failure }),
]);

export type SuggestionsReply = z.output<typeof suggestionsReply>;

export type Suggested = Extract<SuggestionsReply, { state: "searched" }>;
