/** A place of a page that its address can name. */
export interface Place<Name extends string> {
  name: Name;
  /** How far below the window's upper edge it is, in CSS px. */
  top: number;
}

export interface Scrolled<Name extends string> {
  /** In the order of the page. */
  places: readonly Place<Name>[];
  /** The window's, in CSS px. */
  height: number;
  /** The page ends in the window. */
  isAtEnd: boolean;
  /** What the page's address names. */
  named: string;
}

/** Part of the window from above in which what begins there is what one reads. */
const READ_PART = 1 / 3;

/**
 * Where on a page somebody is: at what the address names, as long as that is before their eyes; else at the last place
 * that begins in the upper part of the window, and at the end of the page at the last of all.
 *
 * @returns undefined when there is no place
 */
export function currentPlace<Name extends string>(scrolled: Scrolled<Name>): Name | undefined {
  const { places, height, isAtEnd, named } = scrolled;
  const line = height * READ_PART;
  const target = places.find(({ name }) => name === named);
  // The last ones cannot be scrolled up to the line.
  if (target && target.top >= -1 && target.top <= (isAtEnd ? height : line)) return target.name;
  if (isAtEnd) return places.at(-1)?.name;
  return (places.findLast(({ top }) => top <= line) ?? places[0])?.name;
}
