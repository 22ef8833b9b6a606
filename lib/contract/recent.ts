import * as z from "zod/mini";
import type { Answer } from "../directory/answer.ts";
import { lengthWithin } from "../length-within.ts";
import { API_TEXT_MAX_CHARS, MENTION_MAX_CHARS } from "../limits.ts";
import { query } from "../query.ts";

/** Somebody whom the popup has shown. */
export const recent = z.strictObject({
  query,
  /** What people know them by: the e-mail address, or the ID where there is none. */
  name: z.string().check(lengthWithin(1, MENTION_MAX_CHARS)),
  /** The status of somebody who came out of a search, of which no answer is kept, and when the API said so. */
  seen: z.exactOptional(
    z.strictObject({
      /** As it came; absent where it was not reported. */
      status: z.exactOptional(z.string().check(lengthWithin(0, API_TEXT_MAX_CHARS))),
      /** ms since the epoch */
      asOf: z.number(),
    }),
  ),
});

export type Recent = z.output<typeof recent>;

/** With the answer about them, where one is kept, which is not asked for anew. */
export interface RecentlySeen extends Recent {
  answer?: Answer;
}
