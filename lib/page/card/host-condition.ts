import type { HostElement } from "./host-element.ts";
import { parentFor } from "./host-parent.ts";
import { isOpen } from "./host-popover.ts";
import type { Box } from "./placement.ts";

/** What a page has done to the host. */
export type HostCondition =
  /** It is visible and usable where it was placed. */
  | "usable"
  /** The same, but it covers something that the site has opened next to the word since. */
  | "in-the-way"
  /** Hidden or moved. Its frame still shows its content. */
  | "displaced"
  /**
   * Removed, moved to another parent or behind a modal dialog, or its frame reloaded: only a new one can be visible and
   * usable.
   */
  | "gone";

/** @param near the element that contains the mention @param drawnAt where the host was placed, CSS px */
export function conditionOf(
  host: HostElement,
  near: Element,
  drawnAt: Box | undefined,
): HostCondition {
  if (!isIntact(host, near)) return "gone";
  return isOpen(host) && drawnAt && standsAt(host, drawnAt) ? "usable" : "displaced";
}

/** Whether it is where the top layer makes it visible, and its frame still has the document that was loaded into it. */
export function isIntact(host: HostElement, near: Element): boolean {
  const { parentNode, popover } = host.element;
  return parentNode === parentFor(near) && popover === "manual" && !host.isLoadedAgain();
}

/** Px that a box may be off because of rounding. */
const OFF_PX = 1;

/** A page can move the host, and with it the frame below a pointer, for example by `zoom` on the root. */
function standsAt({ element }: HostElement, { left, top, width, height }: Box): boolean {
  const is = element.getBoundingClientRect();
  return [is.left - left, is.top - top, is.width - width, is.height - height].every(
    (off) => Math.abs(off) <= OFF_PX,
  );
}
