interface Room {
  /** The number of items in total; those without a width here don't fit. */
  count: number;
  /** Width of the label that counts the rest. */
  more: number;
  gap: number;
  room: number;
  lines: number;
}

/**
 * How many items fit into lines of a given width, followed by a label that counts the rest if not all fit; at least
 * one.
 *
 * @param widths of the items in order, in any unit; none is ever wider than a line
 */
export function howManyFit(widths: readonly number[], { count, more, ...place }: Room): number {
  // No layout: it isn't visible.
  if (place.room === 0) return widths.length;
  if (widths.length === count && fits(widths, place)) return count;
  for (let fit = Math.min(widths.length, count - 1); fit > 1; fit--)
    if (fits([...widths.slice(0, fit), more], place)) return fit;
  return 1;
}

function fits(widths: readonly number[], { gap, room, lines }: Omit<Room, "count" | "more">) {
  let line = 1;
  let end = 0;
  for (const width of widths) {
    const begin = end === 0 ? 0 : end + gap;
    // Sizes are rounded by a fraction of a px.
    const isNext = begin > 0 && begin + width > room + 0.5;
    if (isNext) line++;
    end = isNext ? width : begin + width;
  }
  return line <= lines;
}
