import type { Failure } from "./answer.ts";

/** What a search can be narrowed to: the API's paths below a zone. */
export const NARROWABLE_KINDS = ["roles", "groups"] as const;

export type NarrowableKind = (typeof NARROWABLE_KINDS)[number];

/** A role or group of the zone. */
export interface Narrowable {
  /** The value for the filter of the users' list: a role's identifier, a group's ID. */
  value: string;
  name: string;
  /** What it is for, if the API says so. */
  description?: string;
}

/** The roles or the groups of the zone; `more`: there may be others. */
export type NarrowableList =
  | { state: "listed"; items: Narrowable[]; more: boolean }
  | { state: "failed"; failure: Failure };
