import { countsMore, type Named } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import type { BelongingsParts } from "./belongings.ts";
import { toFailure } from "./failure.ts";
import type { Narrowable, NarrowableKind, NarrowableList } from "./narrowable.ts";

type Listed = Extract<NarrowableList, { state: "listed" }>;

/** @param isPrivate requested from a private window: nothing is cached */
export type ListNarrowables = (kind: NarrowableKind, isPrivate: boolean) => Promise<NarrowableList>;

/** Lists what a search in one zone can be narrowed to: one request for each kind, cached for CACHE_FRESH_MS. */
export function createListNarrowables(parts: BelongingsParts): ListNarrowables {
  const { client, zone, traffic, now } = parts;
  const kept = new Map<NarrowableKind, { listed: Listed; asOf: number }>();

  return async (kind, isPrivate) => {
    const known = kept.get(kind);
    if (known && isWithin(known.asOf, CACHE_FRESH_MS, now())) return known.listed;
    const reply = await traffic.run(() => client.listNamed(zone, kind, "all"), {
      priority: "person",
    });
    if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, now()) };
    const { items, unread, after } = reply.value;
    const isAll = unread === 0 && after === undefined && !countsMore(reply.value, items.length);
    const named = items.map(narrowable[kind]);
    const byValue = new Map<string, Narrowable>();
    // Two roles may share an identifier, which is all that the users' list is filtered by.
    for (const one of named) if (one && !byValue.has(one.value)) byValue.set(one.value, one);
    const listed: Listed = {
      state: "listed",
      items: [...byValue.values()],
      more: named.includes(undefined) || !isAll,
    };
    if (!isPrivate) kept.set(kind, { listed, asOf: now() });
    return listed;
  };
}

/** Returns nothing for a role without an identifier: the list can't be filtered by it. */
const narrowable: Record<NarrowableKind, (named: Named) => Narrowable | undefined> = {
  roles: ({ identifier, description }) =>
    identifier === undefined ? undefined : described(identifier, identifier, description),
  groups: ({ id, name, identifier, description }) =>
    described(id, name ?? identifier ?? id, description),
};

function described(value: string, name: string, description: string | undefined): Narrowable {
  return { value, name, ...(description !== undefined && { description }) };
}
