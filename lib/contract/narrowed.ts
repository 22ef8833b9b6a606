import * as z from "zod/mini";
import { NARROWABLE_KINDS } from "../directory/narrowable.ts";
import { lengthWithin } from "../length-within.ts";
import { API_ID_MAX_CHARS, API_TEXT_MAX_CHARS } from "../limits.ts";

/** The role or group that a search is narrowed to. */
export const narrowed = z.strictObject({
  kind: z.enum(NARROWABLE_KINDS),
  /** What the zone is asked by: a role's identifier, a group's ID. */
  value: z.string().check(lengthWithin(1, API_ID_MAX_CHARS)),
  /** What people call it. */
  name: z.string().check(lengthWithin(0, API_TEXT_MAX_CHARS)),
});

export type Narrowed = z.output<typeof narrowed>;
