import type { Sought } from "../../messages/page-messages.ts";

/** Where a mention stands in the text of a document; it may begin and end in different nodes. */
export interface Place {
  sought: Sought;
  start: Text;
  startOffset: number;
  end: Text;
  endOffset: number;
}

/** A live range would be adjusted at every change of the page. None can reach from one tree into another. */
export function rangeOf({ start, startOffset, end, endOffset }: Place): StaticRange {
  const together = start === end || start.getRootNode() === end.getRootNode();
  return new StaticRange({
    startContainer: start,
    startOffset,
    endContainer: together ? end : start,
    endOffset: together ? endOffset : start.data.length,
  });
}

/** The mentions found in a document, by the text node that each begins in. */
export interface Places {
  readonly size: number;
  all(): Iterable<Place>;
  add(place: Place): void;
  /** Forgets what begins in a node, from an offset on. */
  drop(node: Text, from?: number): void;
  /** Forgets what is not in the document any more. */
  sweep(): void;
}

/** @param onAdd @param onDrop called for each place that comes or goes */
export function createPlaces(
  onAdd: (place: Place) => void = () => {},
  onDrop: (place: Place) => void = () => {},
): Places {
  const byNode = new Map<Text, Place[]>();
  let size = 0;

  function drop(node: Text, from = 0): void {
    const places = byNode.get(node);
    if (!places) return;
    const kept = places.filter((place) => place.startOffset < from);
    for (const place of places) if (place.startOffset >= from) onDrop(place);
    size -= places.length - kept.length;
    if (kept.length > 0) byNode.set(node, kept);
    else byNode.delete(node);
  }

  return {
    get size() {
      return size;
    },
    *all() {
      for (const places of byNode.values()) yield* places;
    },
    add(place) {
      const places = byNode.get(place.start);
      if (places) places.push(place);
      else byNode.set(place.start, [place]);
      size++;
      onAdd(place);
    },
    drop,
    sweep() {
      for (const node of byNode.keys()) if (!node.isConnected) drop(node);
    },
  };
}
