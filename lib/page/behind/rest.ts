import type { SubjectPattern } from "../../mentions/index.ts";
import type { Pointed } from "../look/pointed.ts";
import { foundBehind } from "./behind.ts";

/**
 * Milliseconds of rest after which a text that has named nobody is looked at once more: libraries draw their tooltip, and
 * say where it is, at once (Bootstrap) to 0.7 s after the pointer came (Radix), and some take a moment to fill it.
 */
export const LOOKS_AT_MS: readonly number[] = [300, 900, 1_600];

/** A text that the pointer was last on, and that names nobody so far. */
interface Unnamed {
  pointed: Pointed;
  patterns: readonly SubjectPattern[];
  text: string;
}

let unnamed: Unnamed | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The pointer passes over what names nobody. */
export function noteUnnamed(pointed: Pointed, patterns: readonly SubjectPattern[]): void {
  const text = pointed.run?.text ?? "";
  unnamed = /\S/.test(text) ? { pointed, patterns, text } : undefined;
}

/**
 * A look has found nobody. If the pointer stays on the text there, what is said of that is read again a few times, in case
 * the site draws its tooltip only now. It is the text that the person rests on: what a page puts below a resting pointer
 * is nobody's wish (design, invariant 3).
 *
 * @param again looks again, once somebody is there
 */
export function restsAt(again: () => void): void {
  clearTimeout(timer);
  const on = unnamed;
  unnamed = undefined;
  if (on) readLater(0, on, again);
}

function readLater(nth: number, on: Unnamed, again: () => void): void {
  const ms = LOOKS_AT_MS[nth];
  if (ms === undefined) return;
  const read = () => {
    if (!isStillThere(on)) return;
    const found = foundBehind(on.pointed, on.patterns, "in-passing");
    if (!found) readLater(nth + 1, on, again);
    else if (found !== "nobody") again();
  };
  timer = setTimeout(read, ms - (LOOKS_AT_MS[nth - 1] ?? 0));
}

/** Whether the pointer is on the same element, and that shows the same text. */
function isStillThere({ pointed: { element, run }, text }: Unnamed): boolean {
  const now = run?.segments.map(({ node, from, length }) =>
    node.isConnected ? node.data.slice(from, from + length) : "",
  );
  return element.matches(":hover") && now?.join("") === text;
}
