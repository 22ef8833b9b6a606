/** What an ellipsis has left of a word: its beginning, its end, or both. */
export interface CutWord {
  readonly head: string;
  readonly tail: string;
}

const ELLIPSIS = /\[(?:[…⋯]|\.{3})\]|[…⋯]|\.{3}/g;
const ANY_ELLIPSIS = /[…⋯]|\.{3}/;

/** Characters of a word next to the ellipsis: the longest address has 320, but few of them are left. */
const HEAD = /(?<=([^\s<>()",;…⋯]{0,128}))/y;
const TAIL = /[^\s<>()",;…⋯]{0,128}/y;

/** Fewer characters than this don't show what the word was. */
const LEFT_MIN = 4;

/**
 * Whether a text has an ellipsis: nearly none has, and this check is cheaper than searching each text for truncated
 * words.
 */
export function mayBeCut(text: string): boolean {
  return text.length > LEFT_MIN && ANY_ELLIPSIS.test(text);
}

/**
 * Yields the truncated words in a text with their offsets, including the ellipsis. Takes time linear in the text's
 * length.
 */
export function* cutWords(text: string): Generator<CutWord & { start: number; end: number }> {
  for (const { 0: ellipsis, index } of text.matchAll(ELLIPSIS)) {
    HEAD.lastIndex = index;
    TAIL.lastIndex = index + ellipsis.length;
    const head = HEAD.exec(text)?.[1] ?? "";
    const tail = TAIL.exec(text)?.[0].replace(/^\.+/, "") ?? "";
    if (head.length + tail.length < LEFT_MIN) continue;
    yield {
      head,
      tail,
      start: index - head.length,
      end: index + ellipsis.length + tail.length,
    };
  }
}

/** Whether the value may be the full word: addresses are compared case-insensitively. */
export function fits({ head, tail }: CutWord, value: string): boolean {
  const whole = value.toLowerCase();
  return (
    whole.length > head.length + tail.length &&
    whole.startsWith(head.toLowerCase()) &&
    whole.endsWith(tail.toLowerCase())
  );
}
