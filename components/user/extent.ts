/** How much of a user is told: each tells all that the one before it does. */
const EXTENTS = [
  /** What the first second is for; "More" has the rest. */
  "glance",
  /** All that people ask for. */
  "record",
  /** The whole record, fields that this version does not know too. */
  "whole",
] as const;

export type Extent = (typeof EXTENTS)[number];

/** Whether what stands in `least` stands in an extent. */
export function isWithin(least: Extent, extent: Extent): boolean {
  return EXTENTS.indexOf(least) <= EXTENTS.indexOf(extent);
}
