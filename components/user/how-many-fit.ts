interface Room {
  /** How many items there are in all; those that have no width here do not fit. */
  count: number;
  /** How wide that is which says how many more there are. */
  more: number;
  gap: number;
  room: number;
  lines: number;
}

/**
 * How many items fit into lines of a width, with the word for the others behind them where some do not; at least one.
 *
 * @param widths of the items in their order, in any unit; one is never wider than the room
 */
export function howManyFit(widths: readonly number[], { count, more, ...place }: Room): number {
  // Not laid out: nobody sees it.
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
    // Sizes are rounded by a part of a px.
    const isNext = begin > 0 && begin + width > room + 0.5;
    if (isNext) line++;
    end = isNext ? width : begin + width;
  }
  return line <= lines;
}
