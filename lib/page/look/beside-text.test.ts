// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { isBesideText } from "./beside-text.ts";

/** Rows of 20 px height and 100 px width, one below the other, 10 px apart. */
const ROWS = 200;
const MIDDLE = ROWS / 2;
const GAP_Y = MIDDLE * 30 - 5;

afterEach(() => vi.restoreAllMocks());

interface Layout {
  /** CSS of the list. */
  style?: string;
  /** CSS of each row. */
  rowStyle?: string;
  /** HTML between the two rows in the middle. */
  between?: string;
  leftOf?: (row: number) => number;
  topOf?: (row: number) => number;
}

/** @returns the list, and a spy that counts the boxes that are read */
function list({ style = "", rowStyle = "", between = "", leftOf = () => 0, topOf }: Layout = {}) {
  const row = `<p style="display: block; position: static; float: none; ${rowStyle}">Ticket</p>`;
  document.body.innerHTML = `<div style="display: block; column-count: auto; column-width: auto; ${style}">${row.repeat(MIDDLE)}${between}${row.repeat(MIDDLE)}</div>`;
  const element = document.body.firstElementChild as Element;
  const rows = new Map([...element.children].map((child, n) => [child, n]));
  const measured = vi
    .spyOn(Element.prototype, "getBoundingClientRect")
    .mockImplementation(function (this: Element) {
      const n = rows.get(this) ?? 0;
      return new DOMRect(leftOf(n), (topOf ?? ((one) => one * 30))(n), 100, 20);
    });
  vi.spyOn(Range.prototype, "getClientRects").mockImplementation(function (this: Range) {
    const isOwn = this.toString().includes("own");
    return (isOwn ? [new DOMRect(0, GAP_Y - 4, 99, 8)] : []) as unknown as DOMRectList;
  });
  return { element, measured };
}

test("finds no text between two of 200 rows, and reads at most ten boxes", () => {
  const { element, measured } = list();
  expect(isBesideText(element, 50, GAP_Y)).toBe(true);
  expect(measured.mock.calls.length).toBeLessThanOrEqual(10);
});

test("finds no text next to rows that are as wide as the list", () => {
  expect(isBesideText(list().element, 150, GAP_Y)).toBe(true);
  expect(isBesideText(list().element, 150, GAP_Y + 10)).toBe(true);
});

test.each<[string, Layout, [number, number]]>([
  ["on a row with pointer-events: none", {}, [50, GAP_Y + 10]],
  ["at the edge of the upper row", {}, [50, GAP_Y - 4]],
  ["at the edge of the lower row", {}, [50, GAP_Y + 4]],
  ["above all rows", { topOf: (row) => 100 + row * 30 }, [50, 50]],
  ["below all rows", {}, [50, ROWS * 30 + 50]],
  ["next to rows that can have others next to them", { rowStyle: "float: left" }, [150, GAP_Y]],
  ["next to inline rows", { rowStyle: "display: inline-block" }, [150, GAP_Y]],
  ["next to rows in columns", { style: "column-count: 2" }, [150, GAP_Y]],
  ["on a text node of the list itself", { between: "own" }, [50, GAP_Y]],
  ["in a list with a different visual order", { style: "display: flex" }, [50, GAP_Y]],
  [
    "in the first of two columns, if the second is measured",
    {
      rowStyle: "position: absolute",
      leftOf: (row) => (row < MIDDLE ? 0 : 200),
      topOf: (row) => (row % MIDDLE) * 30,
    },
    [50, 3 * 30 - 5],
  ],
  ["in a list whose rows go upwards", { topOf: (row) => (ROWS - row) * 30 }, [50, GAP_Y]],
])("leaves the answer to the browser: %s", (_, layout, [x, y]) => {
  expect(isBesideText(list(layout).element, x, y)).toBe(false);
});
