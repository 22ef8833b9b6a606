/** How much of a user is shown: each level includes the ones before it. */
const EXTENTS = [
  /** What someone needs in the first second; "More" has the rest. */
  "glance",
  /** Everything that people usually ask for. */
  "record",
  /** The whole record, including fields that this version doesn't know. */
  "whole",
] as const;

export type Extent = (typeof EXTENTS)[number];

/** Whether something that needs at least `least` is part of an extent. */
export function isWithin(least: Extent, extent: Extent): boolean {
  return EXTENTS.indexOf(least) <= EXTENTS.indexOf(extent);
}
