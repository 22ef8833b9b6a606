/** How much of a user is told. */
export type Extent =
  /** What tells one from another, where several stand. */
  | "brief"
  /** What the first second is for; "More" has the rest. */
  | "glance"
  /** All that people ask for. */
  | "record"
  /** The whole record, fields that this version does not know too. */
  | "whole";
