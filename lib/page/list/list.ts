import type { FrameMentions } from "../../contract/page-mentions.ts";
import type { PageSettings } from "../../contract/page-settings.ts";
import { LISTED_MAX } from "../../limits.ts";
import type { Query } from "../../query.ts";
import { queryKey } from "../../query-key.ts";
import type { Lifetime } from "../lifetime.ts";
import { addMailLinks } from "../survey/mail-links.ts";
import { createPlacedMentions } from "../survey/placed-mentions.ts";
import { inSlices } from "../survey/slices.ts";
import { survey } from "../survey/survey.ts";
import { mentionsInFields } from "./in-fields.ts";
import { isSamePlace, isShown, type Spot, spotOf } from "./spot.ts";

/** What stands in a document, as the popup lists it, and the places where it stands. */
export interface PageList {
  mentions: FrameMentions;
  /** @param nth counts from 0 @returns undefined when it is not there */
  spot(query: Query, nth: number): Spot | undefined;
}

/**
 * Finds every mention of a document that a reader can come to: in text, shadow trees, fields, and behind names. Reads
 * in slices, and watches nothing.
 */
export async function listMentions(
  { patterns }: PageSettings,
  { signal }: Lifetime,
): Promise<PageList> {
  const roots: (Document | ShadowRoot)[] = [document];
  const places = createPlacedMentions();
  const read = new WeakSet<Text>();
  const byWhom = new Map<string, [Spot, ...Spot[]]>();

  function list(spot: Spot): void {
    if (!isShown(spot)) return;
    const those = byWhom.get(queryKey(spot.query));
    if (those?.some((other) => isSamePlace(spot, other))) return;
    if (those) those.push(spot);
    else byWhom.set(queryKey(spot.query), [spot]);
  }

  function* work(): Generator<void> {
    // Grows while it is gone through.
    for (const root of roots) {
      yield* survey(root, {
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
      mentions: listed.map((those) => ({ query: those[0].query, count: those.length })),
      more: byWhom.size > listed.length,
    },
    spot: (query, nth) => byWhom.get(queryKey(query))?.[nth],
  };
}
