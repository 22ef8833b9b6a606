import type { Population } from "../population/population.ts";
import type { Substring } from "./list-parameters.ts";

type Field = Substring["fields"][number];

/** Everyone whose field contains a text, in lower case; undefined if only checking each of them can tell. */
export type ValueSearch = (field: Field, text: string) => number[] | undefined;

const LINE = "\n";

/**
 * An index for substring searches: people are generated each time they are read, and in a zone of a million that took a
 * second per search. All values of a field are joined into one text when it is first searched.
 */
export function createValueSearch(population: Population): ValueSearch {
  const laidDown = new Map<Field, { text: string; starts: Uint32Array }>();

  function layDown(field: Field) {
    const starts = new Uint32Array(population.count);
    const values: string[] = [];
    let at = 0;
    for (let index = 0; index < population.count; index++) {
      const value = population[field](index)?.toLowerCase() ?? "";
      starts[index] = at;
      at += value.length + LINE.length;
      values.push(value);
    }
    return { text: values.join(LINE), starts };
  }

  return (field, wanted) => {
    if (wanted === "" || wanted.includes(LINE)) return undefined;
    const { text, starts } = laidDown.get(field) ?? layDown(field);
    laidDown.set(field, { text, starts });
    const found: number[] = [];
    for (let at = text.indexOf(wanted); at >= 0; ) {
      const index = lineAt(starts, at);
      found.push(index);
      const next = starts[index + 1];
      at = next === undefined ? -1 : text.indexOf(wanted, next);
    }
    return found;
  };
}

/** The last line that begins at or before an offset. */
function lineAt(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
