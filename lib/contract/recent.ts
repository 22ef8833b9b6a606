import * as z from "zod/mini";
import type { Answer } from "../directory/answer.ts";
import { lengthWithin } from "../length-within.ts";
import { MENTION_MAX_CHARS } from "../limits.ts";
import { query } from "../query.ts";

/** Somebody whom the popup has shown. */
export const recent = z.strictObject({
  query,
  /** What people know them by: the e-mail address, or the ID where there is none. */
  name: z.string().check(lengthWithin(1, MENTION_MAX_CHARS)),
});

export type Recent = z.output<typeof recent>;

/** With the answer about them, where one is kept, which is not asked for anew. */
export interface RecentlySeen extends Recent {
  answer?: Answer;
}
