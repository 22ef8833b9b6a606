import type { Query } from "../../query.ts";
import { isSameQuery } from "../../query-key.ts";

/** Where a mention is in the text of a document. It can start and end in different nodes. */
export interface PlacedMention {
  query: Query;
  start: Text;
  startOffset: number;
  end: Text;
  endOffset: number;
}

/** A live range would be updated at every change of the page. No range can span two trees. */
export function rangeOf({ start, startOffset, end, endOffset }: PlacedMention): StaticRange {
  const together = start === end || start.getRootNode() === end.getRootNode();
  return new StaticRange({
    startContainer: start,
    startOffset,
    endContainer: together ? end : start,
    endOffset: together ? endOffset : start.data.length,
  });
}

/** The mentions found in a document, by the text node in which each starts. */
export interface PlacedMentions {
  readonly size: number;
  all(): Iterable<PlacedMention>;
  add(placed: PlacedMention): void;
  /** Adds one, replacing what covers the same text, or an earlier mention of the same person there. */
  replace(placed: PlacedMention): void;
  /** Whether the same range already has a mention. */
  has(placed: PlacedMention): boolean;
  /** Removes this one, if it is there. */
  remove(placed: PlacedMention): void;
  /** Removes what starts in a node, from an offset on. */
  drop(node: Text, from?: number): void;
  /** Removes what isn't in the document any more. */
  sweep(): void;
}

/** @param onAdd @param onDrop called for each mention that is added or removed */
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

  function add(placed: PlacedMention): void {
    const places = byNode.get(placed.start);
    if (places) places.push(placed);
    else byNode.set(placed.start, [placed]);
    size++;
    onAdd(placed);
  }

  return {
    get size() {
      return size;
    },
    *all() {
      for (const places of byNode.values()) yield* places;
    },
    add,
    replace(placed) {
      const places = byNode.get(placed.start) ?? [];
      drop(placed.start);
      for (const other of places) if (!isReplaced(other, placed)) add(other);
      add(placed);
    },
    has: ({ start, startOffset }) =>
      byNode.get(start)?.some((other) => other.startOffset === startOffset) ?? false,
    remove(placed) {
      const places = byNode.get(placed.start);
      if (!places?.includes(placed)) return;
      byNode.set(
        placed.start,
        places.filter((other) => other !== placed),
      );
      size--;
      onDrop(placed);
    },
    drop,
    sweep() {
      for (const node of byNode.keys()) if (!node.isConnected) drop(node);
    },
  };
}

function isReplaced(old: PlacedMention, placed: PlacedMention): boolean {
  if (old.startOffset !== placed.startOffset) return false;
  const isSameText = old.end === placed.end && old.endOffset === placed.endOffset;
  return isSameText || isSameQuery(old.query, placed.query);
}
