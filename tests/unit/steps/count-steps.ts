import { matchInSteps } from "./regex-steps.ts";

type Texts = Pick<
  string,
  | "charCodeAt"
  | "endsWith"
  | "includes"
  | "indexOf"
  | "lastIndexOf"
  | "slice"
  | "startsWith"
  | "toUpperCase"
  | "trim"
>;

/** Maximum number of characters that a string method reads or copies. */
const LOOKED_AT: {
  [Name in keyof Texts]: (
    text: string,
    result: ReturnType<Texts[Name]>,
    ...args: never[]
  ) => number;
} = {
  charCodeAt: () => 1,
  endsWith: (_text, _result, end: string) => end.length,
  includes: (text, _result, _sought: string, from = 0) => text.length - from,
  indexOf: (text, found, _sought: string, from = 0) => (found < 0 ? text.length : found + 1) - from,
  lastIndexOf: (text, found) => text.length - Math.max(0, found),
  slice: (_text, result) => result.length,
  startsWith: (_text, _result, start: string) => start.length,
  toUpperCase: (text) => text.length,
  trim: (text) => text.length,
};

/**
 * Counts the characters that code reads while it runs: by regular expressions, as a backtracking engine tries them, and
 * by string methods. The same on every machine under any load, so that a test can compare.
 *
 * @param run synchronous; nothing else must run meanwhile
 * @throws Error if an expression matches differently than it was counted
 */
export function countSteps(run: () => void): number {
  let steps = 0;
  /** False while the counting itself runs. */
  let counting = true;
  const count = (counted: () => number) => {
    if (!counting) return;
    counting = false;
    steps += counted();
    counting = true;
  };

  const { exec } = RegExp.prototype;
  const restore: (() => void)[] = [];
  const replace = (on: object, name: string, method: unknown) => {
    const descriptor = Object.getOwnPropertyDescriptor(on, name);
    Object.defineProperty(on, name, { ...descriptor, value: method });
    restore.push(() => Object.defineProperty(on, name, descriptor ?? {}));
  };

  // `test`, `replace`, `match` and `split` all call it.
  replace(RegExp.prototype, "exec", function (this: RegExp, text: string) {
    let expected: ReturnType<typeof matchInSteps> | undefined;
    count(() => {
      expected = matchInSteps(this, text);
      return expected.steps;
    });
    const found = exec.call(this, text);
    if (expected) assertAlike(this, text, found, expected.span);
    return found;
  });
  for (const [name, lookedAt] of Object.entries(LOOKED_AT)) {
    const method = String.prototype[name as keyof Texts] as (...args: unknown[]) => unknown;
    replace(String.prototype, name, function (this: string, ...args: unknown[]) {
      const result = method.apply(this, args);
      count(() => (lookedAt as (...all: unknown[]) => number)(this, result, ...args));
      return result;
    });
  }

  try {
    run();
  } finally {
    for (const undo of restore) undo();
  }
  return steps;
}

function assertAlike(
  regex: RegExp,
  text: string,
  found: RegExpExecArray | null,
  span: { start: number; end: number } | undefined,
): void {
  const alike = found
    ? span?.start === found.index && span.end === found.index + found[0].length
    : span === undefined;
  if (!alike) throw new Error(`${regex} was counted otherwise than it matches in ${text}`);
}
