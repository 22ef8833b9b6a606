// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { createPlaces } from "./spot.ts";

const query = { kind: "email", value: "ada@example.com" } as const;

const boxOf = new WeakMap<Element, DOMRect>();
Element.prototype.getClientRects = function () {
  return [boxOf.get(this)] as unknown as DOMRectList;
};

/** The tops of the boxes that are kept as separate places. Each box is 20 px high by default. */
function kept(...boxes: [top: number, height?: number][]): (number | undefined)[] {
  const places = createPlaces();
  for (const [top, height = 20] of boxes) {
    const element = document.createElement("p");
    boxOf.set(element, new DOMRect(0, top, 200, height));
    places.add({ query, element });
  }
  return places.spots.map(({ element }) => boxOf.get(element)?.top);
}

test("overlapping spots are one place, even across the edge of a band", () => {
  expect(kept([10], [12], [95], [101], [300])).toEqual([10, 95, 300]);
  expect(kept([0, 400], [350])).toEqual([0]);
  expect(kept([-30], [-28], [10])).toEqual([-30, 10]);
});

test("spots next to one another are separate places, and one without a box is none", () => {
  expect(kept([10], [40], [70])).toEqual([10, 40, 70]);
  expect(kept([10, 0], [10, 0])).toEqual([10, 10]);
});
