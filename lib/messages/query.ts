import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { MENTION_MAX_CHARS } from "../limits.ts";

/** Whom somebody wants looked up, as it comes in messages and stands in session storage. */
export const query = z.strictObject({
  kind: z.enum(["id", "email", "subject"]),
  value: z.string().check(lengthWithin(1, MENTION_MAX_CHARS)),
});
