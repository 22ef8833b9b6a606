import { expect, test } from "vitest";
import { currentPlace } from "./current-anchor.ts";

const of = (tops: number[], { isAtEnd = false, named = "" } = {}) =>
  currentPlace({
    places: tops.map((top, place) => ({ name: "abc".charAt(place), top })),
    height: 900,
    isAtEnd,
    named,
  });

test.each<[string, string, number[], { isAtEnd?: boolean; named?: string }]>([
  ["the first at the top of the page", "a", [120, 700, 1_500], {}],
  ["the first even if it is below the line", "a", [500, 700, 1_500], {}],
  ["the last that begins above the line", "b", [-600, 300, 301], {}],
  ["the last at the end of the page", "c", [-600, 310, 600], { isAtEnd: true }],
  ["the one in the URL, though another is above the line too", "a", [0, 200, 900], { named: "a" }],
  [
    "the one in the URL at the end of the page",
    "b",
    [-600, 310, 600],
    { isAtEnd: true, named: "b" },
  ],
  ["not the one in the URL once it is scrolled away", "b", [-600, 100, 900], { named: "a" }],
  ["not the one in the URL while it is only partly visible", "a", [0, 400, 800], { named: "c" }],
])("is %s", (_, expected, tops, more) => expect(of(tops, more)).toBe(expected));

test("is undefined without places", () => expect(of([])).toBeUndefined());
