import type { Query } from "../../query.ts";
import { isVisible, rectsOf } from "../dom.ts";
import { type PlacedMention, rangeOf } from "../scan/placed-mentions.ts";

/** A place in a document where someone is mentioned, and that can be scrolled to. */
export interface Spot {
  query: Query;
  element: Element;
  /** The text range of the mention; absent if the mention is a field's value or a label. */
  range?: StaticRange;
}

export function spotOf(placed: PlacedMention): Spot {
  const element = placed.start.parentElement ?? document.documentElement;
  return { query: placed.query, element, range: rangeOf(placed) };
}

/** Whether a reader can reach it: templates and closed dialogs contain people that the page doesn't show. */
export function isShown({ element }: Spot): boolean {
  return isVisible(element, { visibilityProperty: true });
}

/** Share of the smaller box that must be covered for two boxes to count as one place. */
const SAME_PLACE = 0.5;

/**
 * Whether two spots look like one to a reader: an address and a label with the same text, or the rows of a terminal,
 * which are in the page a second time for screen readers.
 */
function isSamePlace(a: Spot, b: Spot): boolean {
  return boxesOf(a).some((one) => boxesOf(b).some((other) => overlap(one, other) >= SAME_PLACE));
}

/** Height of a band of the page in CSS px: a few lines of text. */
const BAND_PX = 100;

/** The places where one person is mentioned, each once. */
export interface Places {
  readonly spots: readonly Spot[];
  /** Adds a spot unless there is one at the same place. */
  add(spot: Spot): void;
}

/** Compares only spots in the same band of the page, because one person can be mentioned thousands of times. */
export function createPlaces(): Places {
  const spots: Spot[] = [];
  const byBand = new Map<number, Spot[]>();
  return {
    spots,
    add(spot) {
      const bands = bandsOf(spot);
      for (const band of bands)
        if (byBand.get(band)?.some((other) => isSamePlace(spot, other))) return;
      spots.push(spot);
      for (const band of bands) {
        const those = byBand.get(band);
        if (those) those.push(spot);
        else byBand.set(band, [spot]);
      }
    },
  };
}

/** The bands that a spot's boxes overlap. */
function bandsOf(spot: Spot): Set<number> {
  const bands = new Set<number>();
  for (const { top, bottom } of boxesOf(spot))
    for (let band = Math.floor(top / BAND_PX); band * BAND_PX <= bottom; band++) bands.add(band);
  return bands;
}

/**
 * Measured once, because one person can be mentioned very often. CSS px relative to the page, which may be scrolled
 * meanwhile.
 */
const measured = new WeakMap<Spot, DOMRectReadOnly[]>();

function boxesOf(spot: Spot): DOMRectReadOnly[] {
  const known = measured.get(spot);
  if (known) return known;
  const boxes = clientBoxesOf(spot).map(
    ({ x, y, width, height }) => new DOMRect(x + scrollX, y + scrollY, width, height),
  );
  measured.set(spot, boxes);
  return boxes;
}

function clientBoxesOf({ element, range }: Spot): DOMRect[] {
  if (!range?.startContainer.isConnected) return [...rectsOf(element)];
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return [...live.getClientRects()];
}

function overlap(a: DOMRectReadOnly, b: DOMRectReadOnly): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return width > 0 && height > 0 && smaller > 0 ? (width * height) / smaller : 0;
}
