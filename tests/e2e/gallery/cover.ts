/**
 * A small subset that shows everything that the whole set shows: repeatedly adds the item that adds most, on a tie the
 * first, and none that adds nothing.
 */
export function cover<Thing>(
  things: readonly Thing[],
  shownBy: (thing: Thing) => readonly string[],
): Thing[] {
  const missing = new Set(things.flatMap(shownBy));
  const adds = (thing: Thing) => shownBy(thing).filter((one) => missing.has(one)).length;
  const chosen: Thing[] = [];
  while (missing.size > 0) {
    const best = things.reduce((one, other) => (adds(other) > adds(one) ? other : one));
    chosen.push(best);
    for (const one of shownBy(best)) missing.delete(one);
  }
  return chosen;
}
