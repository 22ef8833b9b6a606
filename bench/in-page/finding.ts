import { FINDERS, type Finder, type FoundCounts } from "./finders.ts";

/** One finder's timed run. */
export interface Timed extends Pick<Finder, "name" | "seeks"> {
  found: FoundCounts;
  ms: number;
}

export const FINDER_COUNT = FINDERS.length;

/** Runs one finder once. @param index in FINDERS */
export function timeFinder(index: number): Timed {
  const finder = FINDERS[index];
  if (!finder) throw new Error(`There is no finder ${index}.`);
  const { name, seeks, run } = finder;
  finder.prepare?.(document.body);
  const start = performance.now();
  const found = run(document.body);
  return { name, seeks, found, ms: performance.now() - start };
}

/** Runs several rounds of all finders in turn, after warm-up rounds that don't count. @returns by round */
export function timeRounds(warmUps: number, rounds: number): Timed[][] {
  const all: Timed[][] = [];
  for (let round = 0; round < warmUps + rounds; round++) {
    const timed: Timed[] = [];
    for (let index = 0; index < FINDER_COUNT; index++) timed.push(timeFinder(index));
    if (round >= warmUps) all.push(timed);
  }
  return all;
}
