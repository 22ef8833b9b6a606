import * as z from "zod/mini";
import { MENTION_MAX_CHARS } from "../limits.ts";

/** Whom somebody wants looked up, as it comes in messages and stands in session storage. */
export const query = z.strictObject({
  kind: z.enum(["id", "email", "subject"]),
  value: z.string().check(z.minLength(1), z.maxLength(MENTION_MAX_CHARS)),
});
