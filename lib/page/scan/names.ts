import type { PlacedMention, PlacedMentions } from "./placed-mentions.ts";

/** The names in a document that belong to an address next to them (page-behind.js decides). */
export interface Names {
  /** A mention was found: there may be names next to it. */
  found(placed: PlacedMention): void;
  /** A mention is gone, and the names next to it with it. */
  gone(placed: PlacedMention): void;
  /** Applies the resulting additions and removals. Yields often. */
  read(): Generator<void>;
}

/** @param places reports its additions and removals to `found` and `gone` */
export function createNames(places: () => PlacedMentions): Names {
  const byAddress = new Map<PlacedMention, PlacedMention[]>();
  const addressOf = new WeakMap<PlacedMention, PlacedMention>();
  let unread: PlacedMention[] = [];
  let orphans: PlacedMention[] = [];

  return {
    found(placed) {
      if (placed.query.kind === "email" && !addressOf.has(placed)) unread.push(placed);
    },
    gone(placed) {
      orphans.push(...(byAddress.get(placed) ?? []));
      byAddress.delete(placed);
      unread = unread.filter((other) => other !== placed);
      // A rewritten name is found again from the same address.
      const address = addressOf.get(placed);
      if (address && byAddress.has(address) && !unread.includes(address)) unread.push(address);
    },
    *read() {
      for (const name of orphans) places().remove(name);
      orphans = [];
      for (let address = unread.shift(); address; address = unread.shift()) {
        const from = address;
        const of = byAddress.get(from) ?? [];
        byAddress.set(from, of);
        yield* globalThis.keycardLookupBehind?.namesBeside(from, (name) => {
          if (places().has(name)) return;
          addressOf.set(name, from);
          of.push(name);
          places().add(name);
        }) ?? [];
      }
    },
  };
}
