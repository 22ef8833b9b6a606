import type { HostElement } from "./host-element.ts";

/** The host as a popover: open, it is in the top layer, above all that was there before. */

export function isOpen({ element }: HostElement): boolean {
  return element.matches(":popover-open");
}

export function openPopover(host: HostElement): void {
  if (isOpen(host)) return;
  try {
    host.element.showPopover();
  } catch {
    // The page is told before it opens, and has taken it away: the next watch finds out.
  }
}

export function closePopover(host: HostElement): void {
  if (isOpen(host)) host.element.hidePopover();
}
