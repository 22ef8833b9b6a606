import { FINDERS, type Finder, type FoundCounts } from "./finders.ts";

/** One way through the page, timed. */
export interface Timed extends Pick<Finder, "name" | "seeks"> {
  found: FoundCounts;
  ms: number;
}

export const WAYS = FINDERS.length;

/** One way, once. */
export function timeWay(way: number): Timed {
  const finder = FINDERS[way];
  if (!finder) throw new Error(`There is no way ${way}.`);
  const { name, seeks, run } = finder;
  finder.prepare?.(document.body);
  const start = performance.now();
  const found = run(document.body);
  return { name, seeks, found, ms: performance.now() - start };
}

/** All ways in turn, several rounds of them, after some that are not counted. @returns by round */
export function timeRounds(warmUps: number, rounds: number): Timed[][] {
  const all: Timed[][] = [];
  for (let round = 0; round < warmUps + rounds; round++) {
    const timed: Timed[] = [];
    for (let way = 0; way < WAYS; way++) timed.push(timeWay(way));
    if (round >= warmUps) all.push(timed);
  }
  return all;
}
