import { BEHIND } from "../../lib/page/behind/part.ts";
import { WORDS } from "../../lib/page/look/brought-words.ts";
import { lookAt } from "../../lib/page/look/look-at.ts";
import { median } from "../median.ts";

// A look that finds no one in the text continues with links, attributes and nearby addresses.
globalThis.keycardLookupBehind = BEHIND;
globalThis.keycardLookupWords = WORDS;

export type Kind = "word" | "mention" | "blank";

export interface Spot {
  x: number;
  y: number;
  kind: Kind;
}

/** The time of the looks at one spot: the median over all rounds, because a busy machine interrupts some of them. */
export interface Look {
  kind: Kind;
  /** ms from point to mention. */
  ms: number;
  /** ms for the two browser calls in it, each timed alone: the element at the point, and the caret position. */
  elementMs: number;
  caretMs: number;
}

const KINDS: readonly Kind[] = ["word", "mention", "blank"];

/** CSS px between two candidate spots, horizontally and vertically. */
const STEP_PX = 17;

/** Scrolls the page, and waits for layout and paint, so that the first look doesn't cause them. */
export async function scroll(to: "top" | "middle"): Promise<void> {
  if (to === "middle") scrollTo(0, document.documentElement.scrollHeight / 2);
  await painted();
}

/** Removes everything but the visible rows. */
export async function keepVisible(): Promise<void> {
  const rows = [...document.querySelectorAll("h4, p, table")].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  document.body.replaceChildren(...rows);
  scrollTo(0, 0);
  await painted();
}

const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500)));

/** Spots distributed over the visible part of the page. @param each maximum number of each kind */
export function spots(each: number): Spot[] {
  const all: Spot[] = [];
  for (let y = 5; y < innerHeight; y += STEP_PX)
    for (let x = 5; x < innerWidth; x += STEP_PX) all.push({ x, y, kind: kindAt(x, y) });
  return KINDS.flatMap((kind) => {
    const some = all.filter((spot) => spot.kind === kind);
    const every = Math.max(1, some.length / each);
    return some.filter((_, n) => Math.floor(n / every) !== Math.floor((n - 1) / every));
  });
}

function kindAt(x: number, y: number): Kind {
  if (lookAt(x, y, [])) return "mention";
  const caret = document.caretPositionFromPoint(x, y);
  if (!(caret?.offsetNode instanceof Text)) return "blank";
  const range = document.createRange();
  range.selectNodeContents(caret.offsetNode);
  const isOnText = [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
  return isOnText ? "word" : "blank";
}

/**
 * Looks once at each spot, in several rounds, and times each look separately. Never looks twice in a row at the same
 * spot: the browser caches its last two hit tests.
 */
export function look(at: readonly Spot[], warmUps: number, rounds: number): Look[] {
  const byRound: Omit<Look, "kind">[][] = [];
  for (let round = 0; round < warmUps + rounds; round++) {
    const ms = at.map(({ x, y }) => time(() => lookAt(x, y, [])));
    const elementMs = at.map(({ x, y }) => time(() => document.elementFromPoint(x, y)));
    const caretMs = at.map(({ x, y }) => time(() => document.caretPositionFromPoint(x, y)));
    const looks = at.map((_, n) => ({
      ms: ms[n] ?? 0,
      elementMs: elementMs[n] ?? 0,
      caretMs: caretMs[n] ?? 0,
    }));
    if (round >= warmUps) byRound.push(looks);
  }
  const middle = (spot: number, part: keyof Omit<Look, "kind">) =>
    median(
      byRound.map((looks) => looks[spot]?.[part] ?? 0),
      (ms) => ms,
    );
  return at.map(({ kind }, spot) => ({
    kind,
    ms: middle(spot, "ms"),
    elementMs: middle(spot, "elementMs"),
    caretMs: middle(spot, "caretMs"),
  }));
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
