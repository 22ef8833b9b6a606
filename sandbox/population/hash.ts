/**
 * Pure pseudo-random numbers: the same input always gives the same number, so that person 873,112 can be generated on
 * request and need not be kept in memory.
 */

/** An unsigned 32-bit number from any numbers. The mixing step is MurmurHash3's 32-bit finalizer. */
export function hash(...words: number[]): number {
  let state = 0x9e3779b9;
  for (const word of words) {
    state = Math.imul(state ^ word, 0x85ebca6b);
    state ^= state >>> 13;
    state = Math.imul(state, 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return state >>> 0;
}

/** The 32-bit FNV-1a hash of a text: turns a zone's ID or a kind's name into an input for `hash`. */
export function hashText(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  return state >>> 0;
}

/** The entry of a table that a hash selects. Throws on an empty table: that is a bug. */
export function pick<Entry>(table: readonly Entry[], hashed: number): Entry {
  const entry = table[hashed % table.length];
  if (entry === undefined) throw new Error("pick() from an empty table");
  return entry;
}

/** All two-digit numbers of a base: a table is five times faster than `toString`, and scans need millions. */
const PAIRS = {
  10: pairs(10),
  16: pairs(16),
  36: pairs(36),
} as const;

/** `length` digits in base 10, 16 or 36, generated from a seed and a salt. */
export function digits(radix: 10 | 16 | 36, length: number, seed: number, salt: number): string {
  const table = PAIRS[radix];
  const perNumber = 2 * Math.floor(32 / Math.log2(table.length));
  let text = "";
  let rest = 0;
  for (let at = 0; at < length; at += 2) {
    if (at % perNumber === 0) rest = hash(seed, salt, at);
    text += table[rest % table.length];
    rest = (rest / table.length) >>> 0;
  }
  return length % 2 === 0 ? text : text.slice(0, length);
}

function pairs(radix: number): readonly string[] {
  return Array.from({ length: radix ** 2 }, (_, n) => n.toString(radix).padStart(2, "0"));
}
