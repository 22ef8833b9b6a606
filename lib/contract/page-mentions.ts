import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { LISTED_MAX } from "../limits.ts";
import { query } from "../query.ts";

/** The different mentions of one document, by first occurrence. */
export const frameMentions = z.strictObject({
  mentions: z
    .array(
      z.strictObject({
        query,
        /** How often it occurs. */
        count: z.number().check(z.int(), z.positive()),
      }),
    )
    .check(lengthWithin(0, LISTED_MAX)),
  /** There are more than are listed. */
  more: z.boolean(),
});

export type FrameMentions = z.output<typeof frameMentions>;

/** The underlined mentions of one document. */
export const frameMarks = z.strictObject({
  count: z.number(),
  lines: z.enum(["all", "capped", "resting"]),
});

export type FrameMarks = z.output<typeof frameMarks>;

/** Whether all mentions have their underline; "resting": none is drawn while a large page keeps changing. */
export type LinesState = FrameMarks["lines"];
