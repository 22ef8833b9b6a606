import type { Mention } from "./mention.ts";

/** A text with replaced characters, and where each of them comes from. */
export interface Rewritten {
  readonly text: string;
  /** Start and end in the source of each UTF-16 unit of `text`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * `source` with every match of a pattern replaced.
 *
 * @param pattern global; never matches an empty string
 */
export function rewritten(
  source: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): Rewritten {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;

  function copyUntil(to: number): void {
    text += source.slice(from, to);
    for (let at = from; at < to; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  }

  for (const match of source.matchAll(pattern)) {
    const by = replace(match);
    const end = match.index + match[0].length;
    copyUntil(match.index);
    text += by;
    for (let nth = 0; nth < by.length; nth++) {
      starts.push(match.index);
      ends.push(end);
    }
    from = end;
  }
  copyUntil(source.length);
  return { text, starts, ends };
}

/** Converts a mention in a rewritten text to its position in the source. @param shift where the source starts */
export function inSource<M extends Mention>({ starts, ends }: Rewritten, mention: M, shift = 0): M {
  const { start, end } = mention;
  return {
    ...mention,
    start: shift + (starts[start] ?? 0),
    end: shift + (ends[end - 1] ?? 0),
  };
}
