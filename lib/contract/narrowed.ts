import * as z from "zod/mini";
import { NARROWABLE_KINDS } from "../directory/narrowable.ts";
import { lengthWithin } from "../length-within.ts";
import { API_ID_MAX_CHARS, API_TEXT_MAX_CHARS } from "../limits.ts";

/** The role or group that a search is narrowed to. */
export const narrowed = z.strictObject({
  kind: z.enum(NARROWABLE_KINDS),
  /** The value for the zone's filter: a role's identifier, a group's ID. */
  value: z.string().check(lengthWithin(1, API_ID_MAX_CHARS)),
  /** Its name for people. */
  name: z.string().check(lengthWithin(0, API_TEXT_MAX_CHARS)),
});

export type Narrowed = z.output<typeof narrowed>;
