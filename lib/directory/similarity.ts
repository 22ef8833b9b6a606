import { emailKey } from "../person-key.ts";
import type { Query } from "../query.ts";
import type { Similarity } from "./suggested.ts";

const RANKS: readonly Similarity["kind"][] = [
  "longer",
  "untagged",
  "tagged",
  "dots",
  "letter",
  "swap",
  "order",
  "within",
  "domain",
];

/** @returns a lower number for a more likely match */
export const rankOf = ({ kind }: Similarity) => RANKS.indexOf(kind);

/** An address split into its parts, in the spelling that is compared. */
export interface Address {
  /** The local part without its tag. */
  name: string;
  /** Including the plus sign; empty if there is none. */
  tag: string;
  domain: string;
}

/** @returns undefined if the local part or the domain is missing */
export function addressOf(email: string): Address | undefined {
  const key = emailKey(email);
  const at = key.lastIndexOf("@");
  const local = key.slice(0, Math.max(at, 0));
  const plus = local.indexOf("+", 1);
  const name = plus < 0 ? local : local.slice(0, plus);
  const domain = key.slice(at + 1);
  if (name === "" || domain === "") return undefined;
  return { name, tag: plus < 0 ? "" : local.slice(plus), domain };
}

/** What separates the words of a name. */
const SEPARATORS = /[._-]/;

export const wordsOf = (name: string) => name.split(SEPARATORS).filter((word) => word !== "");

/**
 * How an address resembles the one that was asked for.
 *
 * @returns undefined if it doesn't, and for the same address in any spelling
 */
export function similarityTo(
  asked: Pick<Query, "value" | "cut">,
  email: string,
): Similarity | undefined {
  const [wanted, other] = [emailKey(asked.value), emailKey(email)];
  const [a, b] = [addressOf(wanted), addressOf(other)];
  if (!a || !b || wanted === other) return undefined;
  if (asked.cut && other.startsWith(wanted)) return { kind: "longer" };
  const isSameName = a.name === b.name;
  const isSameBut = isSameName || squeezed(a.name) === squeezed(b.name);
  if (a.domain === b.domain) {
    if (isSameName)
      return b.tag === "" ? { kind: "untagged", tag: a.tag } : { kind: "tagged", tag: b.tag };
    if (isSameBut) return { kind: "dots" };
    const slip = typoBetween(a.name, b.name);
    if (slip) return { kind: slip };
    if (isReordered(a.name, b.name)) return { kind: "order" };
  }
  const slip = isSameName ? typoBetween(a.domain, b.domain) : undefined;
  if (slip) return { kind: slip };
  if (isGlued(wanted, other)) return { kind: "within" };
  // At the same domain, both have been returned above.
  const isElsewhere = isSameBut || isReordered(a.name, b.name);
  return isElsewhere ? { kind: "domain", domain: b.domain } : undefined;
}

/**
 * Whether one is the other with text added before or after it. A domain can continue after a dot, and be another
 * domain.
 */
function isGlued(wanted: string, other: string): boolean {
  const isBehind = wanted.startsWith(other) && !wanted.startsWith(`${other}.`);
  return isBehind || wanted.endsWith(other);
}

function squeezed(name: string): string {
  return wordsOf(name).join("");
}

function isReordered(a: string, b: string): boolean {
  return wordsOf(a).toSorted().join(".") === wordsOf(b).toSorted().join(".");
}

/** Whether one character was added, removed or replaced, or two adjacent ones were swapped. */
export function typoBetween(a: string, b: string): "letter" | "swap" | undefined {
  const [mine, theirs] = [[...a], [...b]];
  let from = 0;
  while (from < mine.length && mine[from] === theirs[from]) from++;
  let [ends, end] = [mine.length, theirs.length];
  while (ends > from && end > from && mine[ends - 1] === theirs[end - 1]) {
    ends--;
    end--;
  }
  const [left, right] = [mine.slice(from, ends), theirs.slice(from, end)];
  if (left.length + right.length === 0) return undefined;
  if (left.length <= 1 && right.length <= 1) return "letter";
  const isSwap = left.length === 2 && right.length === 2;
  return isSwap && left[0] === right[1] && left[1] === right[0] ? "swap" : undefined;
}
