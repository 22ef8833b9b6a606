import type { User } from "../keycard/index.ts";

/** Maximum number of words in a name: a longer text is a sentence. */
const WORDS_MAX = 5;

/** The characters that a name can contain, in and between its words. */
const NAME = /^[\p{L}\p{M}\p{N}\s.,;'\u2019"\u201c\u201d\u201e()_-]+$/u;

const BETWEEN = /[^\p{L}\p{M}\p{N}'\u2019]+/u;

/** A name to search for. Keycard stores no names, so its words are searched for in e-mail addresses. */
export interface Name {
  /** Each word in the spellings that it can have in an address. */
  words: readonly (readonly string[])[];
}

/** Parses a text as a name: several words, with no character that names don't have. */
export function nameIn(text: string): Name | undefined {
  if (!/\s/u.test(text.trim()) || !NAME.test(text) || !/\p{L}/u.test(text)) return undefined;
  const words = text.split(BETWEEN).filter((word) => word !== "");
  if (words.length > WORDS_MAX) return undefined;
  const name = { words: words.map(plainSpellings) };
  return searchableWords(name).length > 0 ? name : undefined;
}

/** The words to search for. A single letter is part of nearly every address. */
export function searchableWords({ words }: Name): string[] {
  return [...new Set(words.flat().filter((word) => [...word].length > 1))];
}

/** Whether an address contains one of them. */
export function hasSearchableWord({ email = "" }: User, name: Name): boolean {
  const address = comparable(email);
  return searchableWords(name).some((word) => address.includes(word));
}

/**
 * How many of a name's words an address contains; a single letter counts only at the start of a word before the `@`:
 * behind it, a c would be in every `.com`.
 */
export function wordsContained({ email = "" }: User, { words }: Name): number {
  const address = comparable(email);
  const starts = address.slice(0, address.lastIndexOf("@")).split(/[._-]/);
  const holds = (word: string) =>
    [...word].length > 1 ? address.includes(word) : starts.some((start) => start.startsWith(word));
  return words.filter((spellings) => spellings.some(holds)).length;
}

/**
 * The words side by side, in either order, as most addresses are formed: addresses with all of them are searched for
 * first.
 */
export function joinedWords({ words }: Name): string[] {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length < 2) return [];
  const whole = words.reduce(
    (before, spellings) => before.flatMap((start) => spellings.map((word) => [...start, word])),
    [[]] as string[][],
  );
  const outer = first.flatMap((a) => last.map((b) => [a, b]));
  const orders = [...outer, ...whole].flatMap((order) => [order, order.toReversed()]);
  return [...new Set(orders.flatMap((order) => [".", "", "_", "-"].map((by) => order.join(by))))];
}

/** Letters that Unicode doesn't decompose into a base letter and an accent, and their usual replacements. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Letters that are written as two in some languages. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  å: "aa",
  ø: "oe",
};

/** A word in lower case, and as it is written with only the letters a to z: Jörg, jorg, joerg. */
export function plainSpellings(word: string): string[] {
  const lower = comparable(word);
  return [...new Set([lower, plain(lower), plain(replaced(lower, TWO_LETTERS))])];
}

function plain(word: string): string {
  const letters = word.normalize("NFD").replaceAll(/[\p{Mn}'\u2019]/gu, "");
  return replaced(letters, LETTERS).normalize("NFC");
}

function replaced(word: string, by: Readonly<Record<string, string>>): string {
  return [...word].map((letter) => by[letter] ?? letter).join("");
}

function comparable(text: string): string {
  return text.toLowerCase().normalize("NFC");
}
