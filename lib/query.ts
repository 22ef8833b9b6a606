import * as z from "zod/mini";
import { lengthWithin } from "./length-within.ts";
import { MENTION_MAX_CHARS } from "./limits.ts";

/** Whom somebody wants looked up: each kind names one person, or those who share an address, subject or identifier. */
export const query = z.strictObject({
  kind: z.enum(["id", "email", "subject", "identifier"]),
  value: z.string().check(lengthWithin(1, MENTION_MAX_CHARS)),
  /** An ellipsis stood behind it: whoever is meant may have a longer address. */
  cut: z.exactOptional(z.literal(true)),
});

export type Query = z.output<typeof query>;
