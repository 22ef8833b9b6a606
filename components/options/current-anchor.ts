/** A place in a page that its URL can name. */
export interface Place<Name extends string> {
  name: Name;
  /** How far below the window's top edge it is, in CSS px. */
  top: number;
}

export interface Scrolled<Name extends string> {
  /** In page order. */
  places: readonly Place<Name>[];
  /** The window's height, in CSS px. */
  height: number;
  /** The end of the page is visible. */
  isAtEnd: boolean;
  /** The fragment of the page's URL. */
  named: string;
}

/** The top part of the window: a section that begins in it is the one being read. */
const READ_PART = 1 / 3;

/**
 * Which place of a page someone is looking at: the one in the URL while it is visible; otherwise the last one that
 * begins in the top part of the window, and at the end of the page the very last one.
 *
 * @returns undefined if there are no places
 */
export function currentPlace<Name extends string>(scrolled: Scrolled<Name>): Name | undefined {
  const { places, height, isAtEnd, named } = scrolled;
  const line = height * READ_PART;
  const target = places.find(({ name }) => name === named);
  // The last ones can't be scrolled up to the line.
  if (target && target.top >= -1 && target.top <= (isAtEnd ? height : line)) return target.name;
  if (isAtEnd) return places.at(-1)?.name;
  return (places.findLast(({ top }) => top <= line) ?? places[0])?.name;
}
