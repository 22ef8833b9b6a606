import { covers } from "../../lib/sites/match.ts";

export interface InTabs<Of> {
  of: Of;
  /** A tab shows one of its sites. */
  isOpen: boolean;
}

/**
 * Those of which tabs show a site first; otherwise they stay in their order.
 *
 * @param open the sites that tabs show, as far as the browser tells
 * @param patternsOf the match patterns of one
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
