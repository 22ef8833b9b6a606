import type { FrameMentions } from "../../contract/page-mentions.ts";
import type { PageSettings } from "../../contract/page-settings.ts";
import { LISTED_MAX } from "../../limits.ts";
import type { Query } from "../../query.ts";
import { queryKey } from "../../query-key.ts";
import type { Lifetime } from "../lifetime.ts";
import { addMailLinks } from "../scan/mail-links.ts";
import { createPlacedMentions } from "../scan/placed-mentions.ts";
import { scan } from "../scan/scan.ts";
import { inSlices } from "../scan/slices.ts";
import { mentionsInFields } from "./in-fields.ts";
import { createPlaces, isShown, type Places, type Spot, spotOf } from "./spot.ts";

/** The mentions in a document as the popup lists them, with their places. */
export interface PageList {
  mentions: FrameMentions;
  /** @param nth counts from 0 @returns undefined if it isn't there */
  spot(query: Query, nth: number): Spot | undefined;
}

/**
 * Finds every mention of a document that a reader can reach: in text, in shadow trees, in fields and behind names.
 * Works in time slices, and observes nothing.
 */
export async function listMentions(
  { patterns }: PageSettings,
  { signal }: Lifetime,
): Promise<PageList> {
  const roots: (Document | ShadowRoot)[] = [document];
  const places = createPlacedMentions();
  const read = new WeakSet<Text>();
  const byWhom = new Map<string, Places>();

  function list(spot: Spot): void {
    if (!isShown(spot)) return;
    const key = queryKey(spot.query);
    const places = byWhom.get(key) ?? createPlaces();
    places.add(spot);
    byWhom.set(key, places);
  }

  function* work(): Generator<void> {
    // Grows during the loop.
    for (const root of roots) {
      yield* scan(root, {
        patterns,
        places,
        isNew: (node) => !read.has(node) && read.add(node) !== undefined,
        onShadowRoot: (inner) => roots.includes(inner) || roots.push(inner),
      });
      yield* addMailLinks(root, places);
    }
    for (const placed of places.all()) {
      list(spotOf(placed));
      yield;
    }
    for (const root of roots) {
      yield* mentionsInFields(root, patterns, list);
      yield* globalThis.keycardLookupBehind?.in(root, patterns, list) ?? [];
    }
  }
  await inSlices(work(), signal);

  const listed = [...byWhom.values()].slice(0, LISTED_MAX);
  return {
    mentions: {
      mentions: listed.flatMap(({ spots }) =>
        spots[0] ? [{ query: spots[0].query, count: spots.length }] : [],
      ),
      more: byWhom.size > listed.length,
    },
    spot: (query, nth) => byWhom.get(queryKey(query))?.spots[nth],
  };
}
