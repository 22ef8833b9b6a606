/** What an ellipsis has left of a word: its beginning, its end, or both. */
export interface CutWord {
  readonly head: string;
  readonly tail: string;
}

const ELLIPSIS = /\[(?:[…⋯]|\.{3})\]|[…⋯]|\.{3}/g;
const ANY_ELLIPSIS = /[…⋯]|\.{3}/;

/** Of a word; the longest address has 320 characters, of which few are left. */
const HEAD = /(?<=([^\s<>()",;…⋯]{0,128}))/y;
const TAIL = /[^\s<>()",;…⋯]{0,128}/y;

/** Fewer characters than that are no evidence of whom they began. */
const LEFT_MIN = 4;

/** Whether a text has an ellipsis: nearly none does, and this costs less than to look for cut words in each. */
export function mayBeCut(text: string): boolean {
  return text.length > LEFT_MIN && ANY_ELLIPSIS.test(text);
}

/** The words in a text that are cut, and where they stand with their ellipsis. Takes time linear in the text's length. */
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

/** Whether what is left of a word may be of this value: addresses are compared without case. */
export function fits({ head, tail }: CutWord, value: string): boolean {
  const whole = value.toLowerCase();
  return (
    whole.length > head.length + tail.length &&
    whole.startsWith(head.toLowerCase()) &&
    whole.endsWith(tail.toLowerCase())
  );
}
