import type { HostElement } from "./host-element.ts";

/** The host as a popover: while open, it is in the top layer, above everything that was there before. */

export function isOpen({ element }: HostElement): boolean {
  return element.matches(":popover-open");
}

export function openPopover(host: HostElement): void {
  if (isOpen(host)) return;
  try {
    host.element.showPopover();
  } catch {
    // The page is notified before it opens, and has removed it: the next check finds out.
  }
}

export function closePopover(host: HostElement): void {
  if (isOpen(host)) host.element.hidePopover();
}
