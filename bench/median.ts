/** The one in the middle by `of`; the upper of the two in the middle of an even number. */
export function median<T>(all: readonly T[], of: (one: T) => number): T {
  const middle = [...all].sort((a, b) => of(a) - of(b))[Math.floor(all.length / 2)];
  if (middle === undefined) throw new Error("There is no median of nothing.");
  return middle;
}
