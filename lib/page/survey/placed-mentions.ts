import type { Query } from "../../query.ts";

/** Where a mention stands in the text of a document; it may begin and end in different nodes. */
export interface PlacedMention {
  query: Query;
  start: Text;
  startOffset: number;
  end: Text;
  endOffset: number;
}

/** A live range would be adjusted at every change of the page. None can reach from one tree into another. */
export function rangeOf({ start, startOffset, end, endOffset }: PlacedMention): StaticRange {
  const together = start === end || start.getRootNode() === end.getRootNode();
  return new StaticRange({
    startContainer: start,
    startOffset,
    endContainer: together ? end : start,
    endOffset: together ? endOffset : start.data.length,
  });
}

/** The mentions found in a document, by the text node that each begins in. */
export interface PlacedMentions {
  readonly size: number;
  all(): Iterable<PlacedMention>;
  add(placed: PlacedMention): void;
  /** Forgets what begins in a node, from an offset on. */
  drop(node: Text, from?: number): void;
  /** Forgets what is not in the document any more. */
  sweep(): void;
}

/** @param onAdd @param onDrop called for each that comes or goes */
export function createPlacedMentions(
  onAdd: (placed: PlacedMention) => void = () => {},
  onDrop: (placed: PlacedMention) => void = () => {},
): PlacedMentions {
  const byNode = new Map<Text, PlacedMention[]>();
  let size = 0;

  function drop(node: Text, from = 0): void {
    const places = byNode.get(node);
    if (!places) return;
    const kept = places.filter((placed) => placed.startOffset < from);
    for (const placed of places) if (placed.startOffset >= from) onDrop(placed);
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
    add(placed) {
      const places = byNode.get(placed.start);
      if (places) places.push(placed);
      else byNode.set(placed.start, [placed]);
      size++;
      onAdd(placed);
    },
    drop,
    sweep() {
      for (const node of byNode.keys()) if (!node.isConnected) drop(node);
    },
  };
}
