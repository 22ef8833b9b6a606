/** Whether a name and an address can belong to the same person: compared without case, accents and digits. */

/** Number of letters from which a word is significant by itself. */
const WORD_LETTERS = 3;

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

function localPartOf(address: string): string {
  return address.slice(0, address.lastIndexOf("@"));
}

/**
 * Whether a text refers to the owner of an address: a word of at least three letters is a word of the local part, or is
 * joined there with an initial or another word of the text, as in `jlovelace`. A shorter word must be the whole local
 * part.
 */
export function refersTo(text: string, address: string): boolean {
  const words = wordsOf(text);
  const tokens = wordsOf(localPartOf(address));
  const joined = tokens.join("");
  return words.some((word) => {
    if (tokens.length === 1 && word === joined) return true;
    if (word.length < WORD_LETTERS) return false;
    if (tokens.includes(word)) return true;
    const rest = joined.startsWith(word)
      ? joined.slice(word.length)
      : joined.endsWith(word)
        ? joined.slice(0, -word.length)
        : undefined;
    return rest !== undefined && words.some((other) => other !== word && other.startsWith(rest));
  });
}

/**
 * Whether a text can be the name of an address's owner: it refers to them, the address has a short form of one of its
 * words, or the initials match.
 */
export function isNameOf(name: string, address: string): boolean {
  if (refersTo(name, address)) return true;
  const words = wordsOf(name);
  const tokens = wordsOf(localPartOf(address));
  if (isInitials(name)) return initialsOf(tokens) === name.toLowerCase();
  return (
    tokens.some(
      (token) => token.length >= WORD_LETTERS && words.some((word) => word.startsWith(token)),
    ) ||
    (words.length > 1 && tokens[0] === initialsOf(words))
  );
}

/** Whether name and address each have a word that the other lacks: someone else with the same first or last name. */
export function isNamesake(name: string, address: string): boolean {
  const words = wordsOf(name);
  const tokens = wordsOf(localPartOf(address));
  const fits = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
  const joined = tokens.join("");
  return (
    tokens.length > 1 &&
    !isInitials(name) &&
    words.some((word) => !tokens.some((token) => fits(word, token)) && !joined.includes(word)) &&
    tokens.some((token) => !words.some((word) => fits(word, token)))
  );
}

/** Whether a text is a name, and can belong to the owner of the address next to it. */
export function isNameBeside(name: string, address: string): boolean {
  return isNameLike(name, address) && isNameOf(name, address) && !isNamesake(name, address);
}

/** Whether an address's local part is one word of a name: many people can have it as their first name. */
export function isOneWordOf(name: string, address: string): boolean {
  return wordsOf(name).includes(wordsOf(localPartOf(address)).join(" "));
}

/** Whether two names can belong to the same person: one adds nothing to the other. */
export function isSameName(a: string, b: string): boolean {
  if (isInitials(a) || isInitials(b)) return true;
  const [fewer = [], more = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  return fewer.every((word) => more.includes(word));
}

/** Such as in an avatar. */
function isInitials(text: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(text);
}

function initialsOf(words: readonly string[]): string {
  return words.map(([first = ""]) => first).join("");
}

/** Lowercase words of a name. */
const PARTICLE =
  /^(?:al|ap|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|el|la|le|ten|ter|van|vom|von|y|zu|zum|zur)$/;

const NAME_MAX_CHARS = 60;
const NAME_MAX_WORDS = 5;

/** Whether a text can be a name at all: a few words, each capitalized if its script has capital letters. */
export function isNameLike(text: string, address: string): boolean {
  return (
    mayBeName(text) &&
    text
      .split(/[\s,]+/)
      .every(
        (word) =>
          /^["'“„(]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) ||
          PARTICLE.test(word) ||
          !/[\p{L}\p{Nd}]/u.test(word) ||
          refersTo(word, address),
      )
  );
}

/** A weaker check, for when the address isn't known yet. */
export function mayBeName(text: string): boolean {
  return (
    text.length <= NAME_MAX_CHARS &&
    /\p{L}/u.test(text) &&
    !/[:;!?@/]|\.\s*$|\d{3}/.test(text.replace(/\b\p{L}\.$/u, "")) &&
    text.split(/\s+/).length <= NAME_MAX_WORDS
  );
}

/** What separates two names in a line; also a comma, except in `Lovelace, Ada`. */
const BETWEEN = /[|/•·→]|\s[-–—&+]\s|(?<=[\p{L}.]\s[\p{L}'’.-]{1,40}),(?=\s*[\p{L}'’.-]+\s\p{L})/gu;

/** The parts of a line between such separators. Offsets in UTF-16 units. */
export function partsOf(line: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: sign, index } of line.matchAll(BETWEEN)) {
    parts.push({ start, end: index });
    start = index + sign.length;
  }
  return [...parts, { start, end: line.length }];
}

/** The part of a line around an offset, trimmed, and where it starts in the line. */
export function partAt(line: string, offset: number): { text: string; start: number } {
  const { start, end } = partsOf(line).find((part) => offset <= part.end) ?? { start: 0, end: 0 };
  const part = line.slice(start, end);
  const text = part.trim();
  return { text, start: start + part.indexOf(text) };
}

/** Number of words next to an address from which it is part of a sentence. */
const SENTENCE_WORDS = 3;

/** Whether a line says something about an address, rather than only showing it, perhaps with a label or a name. */
export function isSentence(line: string, address: string): boolean {
  const rest = line.replace(/.*:\s*(?=\S+$)/, "").replace(address, "");
  return (rest.match(/\p{L}[\p{L}'’-]*/gu) ?? []).length >= SENTENCE_WORDS;
}

/** Whether a name has no Latin letter, so that it can neither match nor contradict an address. */
export function isIncomparable(name: string): boolean {
  return !/\p{Script=Latin}/u.test(name);
}

/** A text without the punctuation between a name and its address. */
export function trimPunctuation(text: string): string {
  return text.replace(/^[\s"'<>():·•|,–—-]+|[\s"'<>():·•|,–—-]+$/gu, "");
}

/**
 * Whether a label that contains more than an address is about someone other than the person that the labeled element
 * shows: none of the names in the element matches the address or is next to it in the label. An example is "Edited by
 * grace@example.com" on Ada's name.
 *
 * @param lines returns what the labeled element shows; called only if the label contains more than the address
 */
export function isAboutSomeoneElse(
  label: string,
  { value, start, end }: { value: string; start: number; end: number },
  lines: () => readonly string[],
): boolean {
  const before = trimPunctuation(label.slice(0, start));
  const after = trimPunctuation(label.slice(end));
  if (!/\p{L}/u.test(before + after)) return false;
  const names = lines().filter(
    (line) => isNameLike(line, value) && !isInitials(line) && !isIncomparable(line),
  );
  const agrees = (name: string) => {
    // "Ada" or "Lovelace, Ada" instead of "Ada Lovelace".
    const isOfName = (side: string) =>
      /\p{L}/u.test(side) && wordsOf(side).every((word) => wordsOf(name).includes(word));
    return (
      isNameOf(name, value) ||
      before.endsWith(name) ||
      after.startsWith(name) ||
      isOfName(before) ||
      isOfName(after)
    );
  };
  return names.length > 0 && !names.some(agrees);
}
