import type { Mention } from "./mention.ts";

/**
 * The mentions in order, without those that overlap a better one. An address is better than anything: an ID in
 * its local part is a part of it. Else the longer is better, then an ID, then the earlier.
 *
 * What overlaps a better one goes even if that one goes too, so that what stands somewhere depends on what is near
 * only.
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
