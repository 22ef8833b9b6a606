import * as z from "zod/mini";
import type { FailureReason } from "../failure-reason.ts";
import { lengthWithin } from "../length-within.ts";
import { API_ID_MAX_CHARS } from "../limits.ts";
import { NAMED_KINDS } from "../named-kinds.ts";

/** Everything that a record, session or grant refers to by ID alone: the API's paths below a zone, and other zones. */
export const THING_KINDS = [...NAMED_KINDS, "zones"] as const;

export type ThingKind = (typeof THING_KINDS)[number];

export const thing = z.strictObject({
  kind: z.enum(THING_KINDS),
  id: z.string().check(lengthWithin(1, API_ID_MAX_CHARS)),
});

export type Thing = z.output<typeof thing>;

/** The name of a thing. Without a name, `why` is the reason; or the thing has none. */
export interface ThingName {
  kind: ThingKind;
  id: string;
  name?: string;
  /** What it is for, if the API says so: mainly for roles, which have an identifier and no name. */
  description?: string;
  why?: FailureReason;
}
