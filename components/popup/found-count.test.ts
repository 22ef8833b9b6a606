import { expect, test } from "vitest";
import { ada, bare, bob } from "../testing/sample-users.ts";
import { foundCount } from "./found-count.ts";
import type { FoundByText } from "./search-store.ts";

const ended = { state: "none" } as const;
const goesOn = { state: "ready", after: { cursor: "c1", zoneId: "z1" } } as const;

/** A list of three loaded users. */
const found = (more: Partial<FoundByText>): FoundByText => ({
  state: "found",
  text: "exam",
  narrowed: undefined,
  users: [ada, bob, bare],
  total: undefined,
  more: ended,
  doubt: undefined,
  asOf: 0,
  ...more,
});

/** What is claimed about each list, unfiltered and filtered to one. */
test.each<[string, Partial<FoundByText>, whole: string, filtered: string]>([
  ["that has ended", {}, "3 users", "1 of 3 users"],
  ["that has ended with the zone's count", { total: 3 }, "3 users", "1 of 3 users"],
  [
    "with a higher count in the zone",
    { total: 221, more: goesOn },
    "3 of 221 users",
    "1 among the first 3 of 221",
  ],
  [
    "that has ended before the zone's count",
    { total: 5 },
    "3 of 5 users",
    "1 among the first 3 of 5",
  ],
  [
    "that continues, no one knows how far",
    { more: goesOn },
    "3 users loaded; there may be more",
    "1 among the first 3; there may be more",
  ],
  [
    "that continues beyond the zone's count",
    { total: 3, more: goesOn },
    "3 users loaded; there may be more",
    "1 among the first 3; there may be more",
  ],
  [
    "of a zone that shows only part of itself",
    { doubt: "first-100-only" },
    "3 users found; there may be more",
    "1 of the 3 found; there may be more",
  ],
])("a list %s", (_, more, whole, filtered) => {
  expect(foundCount(found(more), undefined)).toBe(whole);
  expect(foundCount(found(more), 1)).toBe(filtered);
});
