import type { SubjectPattern } from "../../mentions/index.ts";
import { matches } from "../dom.ts";
import type { Target } from "../look/target.ts";
import type { Point } from "../pointer.ts";
import { hitChain, holds } from "../shadow.ts";
import { words } from "../words.ts";
import { foundBehind } from "./behind.ts";
import { shownIn } from "./shown.ts";

/**
 * Times of rest, ms, after which the place is looked at again, for what sites show or remove late. Libraries render a
 * tooltip, and refer to it, immediately (Bootstrap) or up to 0.7 s after the pointer arrives (Radix). Some take a
 * moment to fill it, and fade it out after the pointer has moved on to another word.
 */
export const LOOKS_AT_MS: readonly number[] = [300, 900, 1_600];

/** Whether to look again now; undefined if never. */
type Change = () => boolean | undefined;

let named: Change | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Call if no one was found under the pointer: a tooltip for the text there can appear later. */
export function noteUnnamed(target: Target, patterns: readonly SubjectPattern[]): void {
  const text = target.run?.text ?? "";
  named = /\S/.test(text) ? whenNamed(target, text, patterns) : undefined;
}

/**
 * Looks again at the place where the pointer rests after the site has added a tooltip to the text there, or has removed
 * another word's tooltip that was above it. Checks a few times, and never reacts to what a page places under a resting
 * pointer (design, invariant 3): in both cases the text was there when the pointer arrived.
 */
export function restsAt(place: Point, again: () => void): void {
  clearTimeout(timer);
  const changes = [named, whenUncovered(place)].filter((change) => change !== undefined);
  named = undefined;
  waitFor(changes, 0, again);
}

function waitFor(changes: readonly Change[], nth: number, again: () => void): void {
  const ms = LOOKS_AT_MS[nth];
  if (ms === undefined || changes.length === 0) return;
  const look = () => {
    const left = changes.map((change) => [change, change()] as const);
    if (left.some(([, is]) => is)) again();
    else
      waitFor(
        left.flatMap(([change, is]) => (is === false ? [change] : [])),
        nth + 1,
        again,
      );
  };
  timer = setTimeout(look, ms - (LOOKS_AT_MS[nth - 1] ?? 0));
}

/** For the text under the pointer. */
function whenNamed(target: Target, text: string, patterns: readonly SubjectPattern[]): Change {
  return () => {
    const now = target.run?.segments.map(({ node, from, length }) =>
      node.isConnected ? node.data.slice(from, from + length) : "",
    );
    if (!matches(target.element, ":hover") || now?.join("") !== text) return undefined;
    const found = foundBehind(target, patterns, "hover");
    return found === "nobody" ? undefined : found !== undefined;
  };
}

/** Maximum number of nodes in the element below a tooltip; the text of a larger one isn't compared. */
const BELOW_NODES = 48;

/** For the element below a tooltip that the pointer is on; not below the card. */
function whenUncovered({ x, y }: Point): Change | undefined {
  const above = floatingAt(x, y);
  if (!above || globalThis.keycardLookup?.role.owns(above)) return undefined;
  const below = document.elementsFromPoint(x, y).find((other) => !holds(above, other));
  const text = below && textOf(below);
  if (!text) return undefined;
  return () => {
    if (!below.isConnected || textOf(below) !== text) return undefined;
    return matches(below, ":hover") && floatingAt(x, y) !== above;
  };
}

function floatingAt(x: number, y: number): Element | undefined {
  const { element } = hitChain(x, y);
  return element ? words().floatingAround(element) : undefined;
}

/** @returns undefined for an element that shows a lot: its text doesn't identify one person */
function textOf(element: Element): string | undefined {
  const shown = shownIn(element, { nodes: BELOW_NODES });
  return shown?.map((node) => (node instanceof Text ? node.data : "")).join(" ");
}
