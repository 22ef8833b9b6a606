/**
 * IDs of the format that Keycard's have in practice: 26 characters of `[0-9a-z]` (API notes, section 3).
 *
 * A user's ID starts with the user's index, reversibly scrambled, so a zone of a million users needs no table from ID
 * to user. The rest is noise from the same inputs; a digit and a letter are forced into it, because one ID in five
 * thousand would have no digit by chance and would not be recognized.
 */
import { digits, hash } from "./hash.ts";

const ID_LENGTH = 26;

/** Half of the bits in which an index is scrambled; 2 x 15 bits fit into six base-36 digits. */
const HALF_BITS = 15;
const HALF_MASK = (1 << HALF_BITS) - 1;
const ROUNDS = 4;
const INDEX_DIGITS = 6;

/** One more than the largest index that has an ID. */
export const INDEX_LIMIT = 2 ** (2 * HALF_BITS);

/** An ID from a seed and a number: always the same, and different for every number below `INDEX_LIMIT`. */
export function idOf(seed: number, index: number): string {
  const scrambled = scramble(seed, index);
  const noise = digits(36, ID_LENGTH - INDEX_DIGITS - 2, seed, scrambled);
  const digit = hash(seed, scrambled, 1) % 10;
  const letter = (10 + (hash(seed, scrambled, 2) % 26)).toString(36);
  return scrambled.toString(36).padStart(INDEX_DIGITS, "0") + digit + noise + letter;
}

/** The number that `idOf` made this ID from, or `undefined` for any other text. */
export function indexOfId(seed: number, id: string): number | undefined {
  if (id.length !== ID_LENGTH) return undefined;
  const scrambled = Number.parseInt(id.slice(0, INDEX_DIGITS), 36);
  if (!(scrambled < INDEX_LIMIT)) return undefined;
  const index = unscramble(seed, scrambled);
  return idOf(seed, index) === id ? index : undefined;
}

/** A Feistel network: any round function makes a permutation that can be inverted. */
function scramble(seed: number, index: number): number {
  let left = index >>> HALF_BITS;
  let right = index & HALF_MASK;
  for (let round = 0; round < ROUNDS; round++) {
    [left, right] = [right, left ^ (hash(seed, round, right) & HALF_MASK)];
  }
  return left * (HALF_MASK + 1) + right;
}

function unscramble(seed: number, scrambled: number): number {
  let left = scrambled >>> HALF_BITS;
  let right = scrambled & HALF_MASK;
  for (let round = ROUNDS - 1; round >= 0; round--) {
    [left, right] = [right ^ (hash(seed, round, left) & HALF_MASK), left];
  }
  return left * (HALF_MASK + 1) + right;
}
