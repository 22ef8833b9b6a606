import type { User } from "../keycard/index.ts";

/** Words that a name has at most: what has more is a sentence. */
const WORDS_MAX = 5;

/** What may stand in a name, and between its words. */
const NAME = /^[\p{L}\p{M}\p{N}\s.,;'\u2019"\u201c\u201d\u201e()_-]+$/u;

const BETWEEN = /[^\p{L}\p{M}\p{N}'\u2019]+/u;

/** A name as it is searched for: Keycard has none, so that its words are looked for in e-mail addresses. */
export interface Name {
  /** Each word in the spellings that an address may have it in. */
  words: readonly (readonly string[])[];
}

/** The name that a text is, if it has several words and nothing that is in none. */
export function nameIn(text: string): Name | undefined {
  if (!/\s/u.test(text.trim()) || !NAME.test(text) || !/\p{L}/u.test(text)) return undefined;
  const words = text.split(BETWEEN).filter((word) => word !== "");
  if (words.length > WORDS_MAX) return undefined;
  const name = { words: words.map(plainSpellings) };
  return soughtWords(name).length > 0 ? name : undefined;
}

/** What to ask for: a single letter is in everybody's address. */
export function soughtWords({ words }: Name): string[] {
  return [...new Set(words.flat().filter((word) => [...word].length > 1))];
}

/** Whether an address has one of them. */
export function hasSoughtWord({ email = "" }: User, name: Name): boolean {
  const address = comparable(email);
  return soughtWords(name).some((word) => address.includes(word));
}

/** How many of a name's words an address has; a single letter only where a word of it begins so. */
export function wordsHeld({ email = "" }: User, { words }: Name): number {
  const address = comparable(email);
  const holds = (word: string) =>
    [...word].length > 1
      ? address.includes(word)
      : address.startsWith(word) || /[._-]/.test(address[address.indexOf(word, 1) - 1] ?? "");
  return words.filter((spellings) => spellings.some(holds)).length;
}

/** The words side by side, in either order, as addresses are mostly made: whoever has all of them so is asked for first. */
export function joinedWords({ words }: Name): string[] {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length < 2) return [];
  const whole = words.reduce(
    (before, spellings) => before.flatMap((start) => spellings.map((word) => [...start, word])),
    [[]] as string[][],
  );
  const outer = words.length > 2 ? first.flatMap((a) => last.map((b) => [a, b])) : [];
  const orders = [...outer, ...whole].flatMap((order) => [order, order.toReversed()]);
  return [...new Set(orders.flatMap((order) => [".", "", "_", "-"].map((by) => order.join(by))))];
}

/** Letters that Unicode does not take for one with an accent, and what is written for them. */
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

/** Letters for which two are written in some languages. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  å: "aa",
  ø: "oe",
};

/** A word in small letters, and as it is written where there are only the letters from a to z: Jörg, jorg, joerg. */
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
