import type { SubjectPattern } from "../../mentions/index.ts";
import { matches } from "../dom.ts";
import type { Target } from "../look/target.ts";
import type { Point } from "../pointer.ts";
import { hitChain, holds } from "../shadow.ts";
import { words } from "../words.ts";
import { foundBehind } from "./behind.ts";
import { shownIn } from "./shown.ts";

/**
 * Milliseconds of rest after which what a site draws or takes away late is looked at once more: libraries draw their
 * tooltip, and say where it is, at once (Bootstrap) to 0.7 s after the pointer came (Radix), some take a moment to fill
 * it, and fade it out when the pointer has gone on to another word.
 */
export const LOOKS_AT_MS: readonly number[] = [300, 900, 1_600];

/** Whether it is time to look again; undefined when it never will be. */
type Change = () => boolean | undefined;

let named: Change | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The pointer passes over what names nobody: something may be said of it only later. */
export function noteUnnamed(target: Target, patterns: readonly SubjectPattern[]): void {
  const text = target.run?.text ?? "";
  named = /\S/.test(text) ? whenNamed(target, text, patterns) : undefined;
}

/**
 * If the pointer stays where it was looked at, it is looked at again once the site has named the text there by a tooltip,
 * or has taken away a tooltip of another word that lay above it; a few times, and never what a page puts below a resting
 * pointer (design, invariant 3): both are about text that was there when the person came.
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

/** Of a text that the pointer is on. */
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

/** Nodes of what lies below a tooltip whose text is compared. */
const BELOW_NODES = 48;

/** Of what lies below a tooltip that the pointer is on; not below the card. */
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

/** @returns nothing for what shows much: somebody in it is not told from it */
function textOf(element: Element): string | undefined {
  const shown = shownIn(element, { nodes: BELOW_NODES });
  return shown?.map((node) => (node instanceof Text ? node.data : "")).join(" ");
}
