/**
 * A few of some things that show together what all of them show: again and again the one that adds most, and of several
 * the first. None is chosen that adds nothing.
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
