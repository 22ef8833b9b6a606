/** Whether a name and an address can be one person's: compared without case, accents and digits. */

/** Letters from which a word says something by itself. */
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
 * Whether a text speaks of whoever has an address: a word of three letters or more is a word of its local part, or joined
 * in it to an initial or another word of the text, as in `jlovelace`.
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

/** Whether a text may be the name of whoever has an address: it speaks of them, shortens them, or has their initials. */
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

/** Whether name and address each have a word that the other lacks: another person of the same first or last name. */
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

/** Whether a text is a name, and can be that of whoever has the address beside it. */
export function isNameBeside(name: string, address: string): boolean {
  return isNameLike(name, address) && isNameOf(name, address) && !isNamesake(name, address);
}

/** Whether an address is one word of a name: there are many whose first name it is. */
export function isOneWordOf(name: string, address: string): boolean {
  return wordsOf(name).includes(wordsOf(localPartOf(address)).join(" "));
}

/** Whether two names can be one person's: one says no more than the other. */
export function isSameName(a: string, b: string): boolean {
  if (isInitials(a) || isInitials(b)) return true;
  const [fewer = [], more = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  return fewer.every((word) => more.includes(word));
}

/** What stands in an avatar. */
function isInitials(text: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(text);
}

function initialsOf(words: readonly string[]): string {
  return words.map(([first = ""]) => first).join("");
}

/** Words of a name that are written small. */
const PARTICLE =
  /^(?:al|ap|bin|bint|da|das|de|del|della|den|der|di|do|dos|du|el|la|le|ten|ter|van|vom|von|y|zu|zum|zur)$/;

const NAME_MAX_CHARS = 60;
const NAME_MAX_WORDS = 5;

/** Whether a text can be a name at all, whoever's: a few words, each with a capital if its script has them. */
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

/** The same before anybody's address is known. */
export function mayBeName(text: string): boolean {
  return (
    text.length <= NAME_MAX_CHARS &&
    /\p{L}/u.test(text) &&
    !/[:;!?@/]|\.\s*$|\d{3}/.test(text.replace(/\b\p{L}\.$/u, "")) &&
    text.split(/\s+/).length <= NAME_MAX_WORDS
  );
}

/** What sets two names apart in a line; a comma too, but for that of `Lovelace, Ada`. */
const BETWEEN = /[|/•·→]|\s[-–—&+]\s|(?<=[\p{L}.]\s[\p{L}'’.-]{1,40}),(?=\s*[\p{L}'’.-]+\s\p{L})/gu;

/** The parts of a line between such signs. Offsets in UTF-16 units. */
export function partsOf(line: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: sign, index } of line.matchAll(BETWEEN)) {
    parts.push({ start, end: index });
    start = index + sign.length;
  }
  return [...parts, { start, end: line.length }];
}

/** The part of a line around an offset, and where in the line what it says begins. */
export function partAt(line: string, offset: number): { text: string; start: number } {
  const { start, end } = partsOf(line).find((part) => offset <= part.end) ?? { start: 0, end: 0 };
  const part = line.slice(start, end);
  const text = part.trim();
  return { text, start: start + part.indexOf(text) };
}

/** Words beside an address from which on it stands in a sentence. */
const SENTENCE_WORDS = 3;

/** Whether a line of text says something about an address, and does not only show it, perhaps with a label or a name. */
export function isSentence(line: string, address: string): boolean {
  const rest = line.replace(/.*:\s*(?=\S+$)/, "").replace(address, "");
  return (rest.match(/\p{L}[\p{L}'’-]*/gu) ?? []).length >= SENTENCE_WORDS;
}

/** Whether a name has no letter that an address could have: it can neither agree nor disagree. */
export function isIncomparable(name: string): boolean {
  return !/\p{Script=Latin}/u.test(name);
}

/** A text without what stands between a name and its address. */
export function trimPunctuation(text: string): string {
  return text.replace(/^[\s"'<>():·•|,–—-]+|[\s"'<>():·•|,–—-]+$/gu, "");
}

/**
 * Whether a label that says more than an address is about somebody else than whom the labeled thing shows: all names in
 * that neither agree with the address nor stand beside it in the label, as in "Edited by grace@example.com" of Ada.
 *
 * @param lines tells what the labeled thing shows: asked only where the label says more
 */
export function isAboutSomeoneElse(
  label: string,
  { value, start, end }: { value: string; start: number; end: number },
  lines: () => readonly string[],
): boolean {
  const before = trimPunctuation(label.slice(0, start));
  const behind = trimPunctuation(label.slice(end));
  if (!/\p{L}/u.test(before + behind)) return false;
  const names = lines().filter(
    (line) => isNameLike(line, value) && !isInitials(line) && !isIncomparable(line),
  );
  const agrees = (name: string) => {
    // "Ada", "Lovelace, Ada" in the place of "Ada Lovelace".
    const isOfName = (side: string) =>
      /\p{L}/u.test(side) && wordsOf(side).every((word) => wordsOf(name).includes(word));
    return (
      isNameOf(name, value) ||
      before.endsWith(name) ||
      behind.startsWith(name) ||
      isOfName(before) ||
      isOfName(behind)
    );
  };
  return names.length > 0 && !names.some(agrees);
}
