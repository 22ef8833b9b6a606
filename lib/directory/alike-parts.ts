import type { Query } from "../query.ts";
import { type Address, addressOf, wordsOf } from "./alike.ts";

/**
 * Parts of addresses by which those can be asked for that are like another: every one of them has one of these in it. The
 * first are in few addresses; the second only make sure that nobody is missed, and may be in many.
 */
export type AlikeParts = readonly [narrow: readonly string[], wide: readonly string[]];

/** Letters up to which all names that are one letter off are named: the halves of such a name are in too many others. */
const SHORT = 3;

/** Words whose orders are all named; of more there are too many. */
const ORDERED = 3;

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** @returns undefined for what is no address */
export function alikeParts({ value, cut }: Pick<Query, "value" | "cut">): AlikeParts | undefined {
  const address = addressOf(value);
  if (!address) return undefined;
  const { name } = address;
  const narrow = [`${name}@`, `${name}+`, ...reordered(name).map((other) => `${other}@`)];
  const [near, far] = oneOff(address);
  return [[...(cut ? [value] : []), ...narrow, ...near], far];
}

/** The words of a name in every order, with whatever stands between them. */
function reordered(name: string): string[] {
  const words = wordsOf(name);
  const orders = words.length > ORDERED ? [words, words.toReversed()] : permutations(words);
  return orders.flatMap((order) => ["", ".", "_", "-"].map((between) => order.join(between)));
}

function permutations(words: readonly string[]): string[][] {
  if (words.length === 0) return [[]];
  return words.flatMap((word, n) =>
    permutations(words.toSpliced(n, 1)).map((rest) => [word, ...rest]),
  );
}

/**
 * Where one letter of a name is off, one half of it is as it should be; but for two letters in the middle that have changed
 * places. The second half is told from others by the domain behind it.
 */
function oneOff({ name, domain }: Address): [near: string[], far: string[]] {
  const letters = [...name];
  const { length } = letters;
  const whole = (others: readonly string[]) => `${others.join("")}@${domain}`;
  if (length <= SHORT) {
    const places = letters.map((_, n) => n);
    const changed = places.flatMap((n) => [
      ...LETTERS.map((letter) => letters.with(n, letter)),
      letters.toSpliced(n, 1),
      swapped(letters, n),
    ]);
    // A letter before it is found with the name itself, which is then a part of it.
    const longer = places.flatMap((n) =>
      LETTERS.map((letter) => letters.toSpliced(n + 1, 0, letter)),
    );
    return [changed.filter((some) => some.length > 0).map(whole), longer.map(whole)];
  }
  const middle = Math.floor(length / 2);
  const half = whole(letters.slice(middle));
  const first = letters.slice(0, middle).join("");
  // What is glued to its front is as long as one likes: three letters are left of whoever is meant.
  return [
    [half, whole(swapped(letters, middle - 1))],
    [first, whole(letters.slice(-SHORT))],
  ];
}

function swapped(letters: readonly string[], n: number): string[] {
  const [a, b] = [letters[n], letters[n + 1]];
  return a === undefined || b === undefined ? [...letters] : letters.toSpliced(n, 2, b, a);
}
