import type { Mention } from "./mention.ts";

/**
 * The mentions in order, without those that overlap a better one. An address is better than anything else: an ID in its
 * local part belongs to it. Otherwise, the longer is better, then an ID, then the earlier one.
 *
 * A mention that overlaps a better one is removed even if that one is removed too, so that the result at any place
 * depends only on what is nearby.
 */
export function settle(found: Mention[]): Mention[] {
  found.sort((a, b) => a.start - b.start);
  const worse = new Set<Mention>();
  found.forEach((mention, index) => {
    for (let next = index + 1; ; next++) {
      const other = found[next];
      if (!other || other.start >= mention.end) break;
      worse.add(rank(other) > rank(mention) ? mention : other);
    }
  });
  return worse.size > 0 ? found.filter((mention) => !worse.has(mention)) : found;
}

const ORDER = { email: 1000, id: 0.5, subject: 0, identifier: 0 };

function rank(mention: Mention): number {
  return ORDER[mention.kind] + mention.end - mention.start;
}
