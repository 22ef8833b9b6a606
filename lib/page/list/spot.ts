import type { Query } from "../../query.ts";
import { isVisible } from "../dom.ts";
import { type PlacedMention, rangeOf } from "../survey/placed-mentions.ts";

/** A place in a document where somebody is mentioned, and that can be scrolled to. */
export interface Spot {
  query: Query;
  element: Element;
  /** The text in it; absent when the mention is a field's value or a label. */
  range?: StaticRange;
}

export function spotOf(placed: PlacedMention): Spot {
  const element = placed.start.parentElement ?? document.documentElement;
  return { query: placed.query, element, range: rangeOf(placed) };
}

/** Whether a reader can come to it: templates and closed dialogs name people whom the page does not show. */
export function isShown({ element }: Spot): boolean {
  return isVisible(element, { visibilityProperty: true });
}
