/** The median item by the value `of`; of an even number, the upper of the two in the middle. */
export function median<T>(all: readonly T[], of: (one: T) => number): T {
  const middle = [...all].sort((a, b) => of(a) - of(b))[Math.floor(all.length / 2)];
  if (middle === undefined) throw new Error("There is no median of nothing.");
  return middle;
}
