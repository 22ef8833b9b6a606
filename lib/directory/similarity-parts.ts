import type { Query } from "../query.ts";
import { type Address, addressOf, wordsOf } from "./similarity.ts";

/**
 * Substrings to search for so that every address similar to a given one contains at least one of them. The narrow ones
 * occur in few addresses. The wide ones ensure that no one is missed, and may occur in many.
 */
export type SimilarityParts = readonly [narrow: readonly string[], wide: readonly string[]];

/**
 * Up to this many letters, every name that is one letter off is listed: halves of such a short name occur in too many
 * others.
 */
const SHORT = 3;

/** Up to this many words, every order is listed; more words have too many orders. */
const ORDERED = 3;

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** @returns undefined if the value isn't an address */
export function similarityParts({
  value,
  cut,
}: Pick<Query, "value" | "cut">): SimilarityParts | undefined {
  const address = addressOf(value);
  if (!address) return undefined;
  const { name } = address;
  const narrow = [`${name}@`, `${name}+`, ...reordered(name).map((other) => `${other}@`)];
  const [near, far] = oneOff(address);
  return [[...(cut ? [value] : []), ...narrow, ...near], far];
}

/** The words of a name in every order, joined by any separator. */
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
 * If one letter of a name is wrong, one half of it is right, unless the two middle letters are swapped. The domain
 * after the second half makes it more specific.
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
    // A letter before the name needs no entry: the name itself is a substring then.
    const longer = places.flatMap((n) =>
      LETTERS.map((letter) => letters.toSpliced(n + 1, 0, letter)),
    );
    return [changed.filter((some) => some.length > 0).map(whole), longer.map(whole)];
  }
  const middle = Math.floor(length / 2);
  const half = whole(letters.slice(middle));
  const first = letters.slice(0, middle).join("");
  // Text added before the real address can have any length: only the last three letters of the name are certain to be
  // its own.
  return [
    [half, whole(swapped(letters, middle - 1))],
    [first, whole(letters.slice(-SHORT))],
  ];
}

/** With this letter and the next one swapped; unchanged at the end. */
function swapped(letters: readonly string[], n: number): string[] {
  return letters.toSpliced(n, 2, ...letters.slice(n, n + 2).toReversed());
}
