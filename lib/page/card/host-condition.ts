import type { HostElement } from "./host-element.ts";
import { parentFor } from "./host-parent.ts";
import { isOpen } from "./host-popover.ts";
import type { Box } from "./placement.ts";

/** What a page has done to the host. */
export type HostCondition =
  /** It can be seen and used, where it was put. */
  | "usable"
  /** So it can; and it covers what the site has opened beside the word since. */
  | "in-the-way"
  /** Hidden or moved. What its frame shows is still there. */
  | "displaced"
  /** Removed, put elsewhere or behind a modal dialog, or its frame loaded again: only a new one can be seen and used. */
  | "gone";

/** @param near the element that the mention was read from @param drawnAt where the host was put, CSS px */
export function conditionOf(
  host: HostElement,
  near: Element,
  drawnAt: Box | undefined,
): HostCondition {
  if (!isIntact(host, near)) return "gone";
  return isOpen(host) && drawnAt && standsAt(host, drawnAt) ? "usable" : "displaced";
}

/** Whether it is where the top layer lets it be seen, and its frame holds the document that was loaded into it. */
export function isIntact(host: HostElement, near: Element): boolean {
  const { parentNode, popover } = host.element;
  return parentNode === parentFor(near) && popover === "manual" && !host.isLoadedAgain();
}

/** Px that a box may be off by rounding. */
const OFF_PX = 1;

/** A page can move the host, and with it the frame below a pointer, by `zoom` on the root for one. */
function standsAt({ element }: HostElement, { left, top, width, height }: Box): boolean {
  const is = element.getBoundingClientRect();
  return [is.left - left, is.top - top, is.width - width, is.height - height].every(
    (off) => Math.abs(off) <= OFF_PX,
  );
}
