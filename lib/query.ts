import * as z from "zod/mini";
import { lengthWithin } from "./length-within.ts";
import { MENTION_MAX_CHARS } from "./limits.ts";

/**
 * Who someone wants to look up: each kind identifies one person, or those who share an address, subject or identifier.
 */
export const query = z.strictObject({
  kind: z.enum(["id", "email", "subject", "identifier"]),
  value: z.string().check(lengthWithin(1, MENTION_MAX_CHARS)),
  /** An ellipsis followed it: the full address may be longer. */
  cut: z.exactOptional(z.literal(true)),
});

export type Query = z.output<typeof query>;
