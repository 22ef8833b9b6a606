import { covers } from "../../lib/sites/match.ts";

export interface InTabs<Of> {
  of: Of;
  /** One of its sites is open in a tab. */
  isOpen: boolean;
}

/**
 * Moves those with a site open in a tab to the front; otherwise the order stays.
 *
 * @param open the sites open in tabs, as far as the browser reports them
 * @param patternsOf returns the match patterns of one
 */
export function openFirst<Of>(
  all: readonly Of[],
  open: readonly string[],
  patternsOf: (one: Of) => readonly string[],
): InTabs<Of>[] {
  const known = all.map((of) => ({
    of,
    isOpen: patternsOf(of).some((pattern) => open.some((site) => covers(pattern, site))),
  }));
  return [...known.filter(({ isOpen }) => isOpen), ...known.filter(({ isOpen }) => !isOpen)];
}
