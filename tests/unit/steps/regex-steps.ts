import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** Where a pattern matched, and how many characters and positions a backtracking engine reads to find out. */
export interface Matching {
  steps: number;
  /** The span that matched, in UTF-16 code units; undefined if nothing matched. */
  span: { start: number; end: number } | undefined;
}

/** Tries to match from a position; passes each position that it can reach to `next`, until that accepts one. */
type Matcher = (at: number, next: (at: number) => boolean) => boolean;

/** One character, forwards or backwards. @returns the new position, or -1 */
type Reader = (at: number) => number;

interface Subject {
  text: string;
  steps: number;
}

interface Compiled {
  subject: Subject;
  matchAt(at: number): number | undefined;
  /** Matches only at the beginning, and isn't tried elsewhere. */
  anchored: boolean;
}

const nativeExec = RegExp.prototype.exec;
const compiled = new Map<string, Compiled>();

/**
 * Matches as V8's engine does: by backtracking, from each position on. An upper bound, because it has none of V8's
 * shortcuts.
 *
 * @throws Error for what none of our patterns has: backreferences, the flags `m` and `v`
 */
export function matchInSteps(regex: RegExp, text: string): Matching {
  const { subject, matchAt, anchored } = compiledOf(regex);
  subject.text = text;
  subject.steps = 0;
  const from = regex.sticky || regex.global ? regex.lastIndex : 0;
  const last = regex.sticky || anchored ? from : text.length;
  for (let start = from; start <= last; start++) {
    const end = matchAt(start);
    if (end !== undefined) return { steps: subject.steps, span: { start, end } };
  }
  return { steps: subject.steps, span: undefined };
}

function compiledOf(regex: RegExp): Compiled {
  const key = String(regex);
  const known = compiled.get(key);
  if (known) return known;
  if (/[mv]/.test(regex.flags)) throw new Error(`Steps of ${key} cannot be counted.`);
  const pattern = new RegExpParser().parsePattern(regex.source, undefined, undefined, {
    unicode: regex.unicode,
  });
  const subject: Subject = { text: "", steps: 0 };
  const match = createCompiler(
    subject,
    regex.flags.replace(/[^iu]/g, "") + (regex.dotAll ? "s" : ""),
  )(pattern);
  const made: Compiled = {
    subject,
    matchAt(at) {
      let end: number | undefined;
      match(at, (reached) => {
        end = reached;
        return true;
      });
      return end;
    },
    anchored: pattern.alternatives.every(({ elements: [first] }) => isStart(first)),
  };
  compiled.set(key, made);
  return made;
}

function isStart(element: AST.Element | undefined): boolean {
  return element?.type === "Assertion" && element.kind === "start";
}

type Branches = { alternatives: AST.Alternative[] };
type OneCharacter = AST.Character | AST.CharacterSet | AST.CharacterClass;

/** @param flags those that decide what a single character is */
function createCompiler(subject: Subject, flags: string) {
  const unicode = flags.includes("u");

  function branches({ alternatives }: Branches, backward: boolean): Matcher {
    const ways = alternatives.map(({ elements }) =>
      (backward ? elements.toReversed() : elements).map((element) => compile(element, backward)),
    );
    const sequences = ways.map((steps) =>
      steps.reduceRight<Matcher>(
        (rest, step) => (at, next) => step(at, (reached) => rest(reached, next)),
        (at, next) => next(at),
      ),
    );
    return (at, next) => sequences.some((sequence) => sequence(at, next));
  }

  function compile(element: AST.Element, backward: boolean): Matcher {
    switch (element.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass": {
        const read = reader(element, backward);
        return (at, next) => {
          const to = read(at);
          return to >= 0 && next(to);
        };
      }
      case "Group":
      case "CapturingGroup":
        return branches(element, backward);
      case "Quantifier":
        return quantifier(element, backward);
      case "Assertion":
        return assertion(element);
      default:
        throw new Error(`Steps of ${element.raw} cannot be counted.`);
    }
  }

  function reader(element: OneCharacter, backward: boolean): Reader {
    const single = new RegExp(`^${element.raw}$`, flags);
    const known = new Map<string, boolean>();
    return (at) => {
      subject.steps++;
      const character = characterAt(at, backward);
      if (character === undefined) return -1;
      const fits = known.get(character) ?? nativeExec.call(single, character) !== null;
      known.set(character, fits);
      return fits ? at + (backward ? -character.length : character.length) : -1;
    };
  }

  function characterAt(at: number, backward: boolean): string | undefined {
    const { text } = subject;
    if (!backward) {
      if (at >= text.length) return undefined;
      return unicode ? String.fromCodePoint(text.codePointAt(at) ?? 0) : text[at];
    }
    if (at === 0) return undefined;
    const pair = unicode && at > 1 ? text.codePointAt(at - 2) : undefined;
    return pair !== undefined && pair > 0xffff ? String.fromCodePoint(pair) : text[at - 1];
  }

  function quantifier({ element, min, max, greedy }: AST.Quantifier, backward: boolean): Matcher {
    if (isOneCharacter(element)) return many(reader(element, backward), min, max, greedy);
    const once = compile(element, backward);
    const repeat =
      (done: number): Matcher =>
      (at, next) => {
        const again = () =>
          done < max &&
          once(at, (reached) => (reached !== at || done < min) && repeat(done + 1)(reached, next));
        const enough = () => done >= min && next(at);
        return greedy ? again() || enough() : enough() || again();
      };
    return repeat(0);
  }

  /** Without recursion: runs of one kind of character can be long. */
  function many(read: Reader, min: number, max: number, greedy: boolean): Matcher {
    return (from, next) => {
      const reached = [from];
      const advance = () => {
        const to = reached.length <= max ? read(reached.at(-1) ?? from) : -1;
        if (to >= 0) reached.push(to);
        return to >= 0;
      };
      while (reached.length <= min) if (!advance()) return false;
      if (greedy) {
        while (advance());
        for (let count = reached.length - 1; count >= min; count--)
          if (next(reached[count] ?? from)) return true;
        return false;
      }
      do if (next(reached.at(-1) ?? from)) return true;
      while (advance());
      return false;
    };
  }

  function assertion(node: AST.Assertion): Matcher {
    switch (node.kind) {
      case "start":
        return (at, next) => at === 0 && next(at);
      case "end":
        return (at, next) => at === subject.text.length && next(at);
      case "lookahead":
      case "lookbehind": {
        const inner = branches(node, node.kind === "lookbehind");
        return (at, next) => inner(at, () => true) !== node.negate && next(at);
      }
      default:
        throw new Error(`Steps of ${node.raw} cannot be counted.`);
    }
  }

  return (pattern: AST.Pattern) => branches(pattern, false);
}

function isOneCharacter(element: AST.Element): element is OneCharacter {
  return ["Character", "CharacterSet", "CharacterClass"].includes(element.type);
}
