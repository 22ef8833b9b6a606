import * as z from "zod/mini";
import type { Answer } from "../directory/answer.ts";
import { lengthWithin } from "../length-within.ts";
import { API_TEXT_MAX_CHARS, MENTION_MAX_CHARS } from "../limits.ts";
import { query } from "../query.ts";

/** Someone whom the popup has shown. */
export const recent = z.strictObject({
  query,
  /** How people recognize them: the e-mail address, or the ID if there is none. */
  name: z.string().check(lengthWithin(1, MENTION_MAX_CHARS)),
  /** The status of someone from a search, about whom no answer is cached, and when the API reported it. */
  seen: z.exactOptional(
    z.strictObject({
      /** Unchanged from the API; absent if not reported. */
      status: z.exactOptional(z.string().check(lengthWithin(0, API_TEXT_MAX_CHARS))),
      /** ms since the epoch */
      asOf: z.number(),
    }),
  ),
});

export type Recent = z.output<typeof recent>;

/** With the cached answer about them, if there is one. No request is sent for it. */
export interface RecentlySeen extends Recent {
  answer?: Answer;
}
