import { describe, expect, test } from "vitest";
import { pageOf } from "./page.ts";
import { user } from "./user.ts";

const page = pageOf(user);
const NO_PAGING = { unread: 0, after: undefined, before: undefined, totalCount: undefined };

describe("pageOf", () => {
  test("reads items, cursors and the count", () => {
    const reply = {
      items: [{ id: "u1" }],
      pagination: { after_cursor: "a", before_cursor: "b", total_count: 7 },
    };
    expect(page.parse(reply)).toEqual({
      items: [{ id: "u1" }],
      unread: 0,
      after: "a",
      before: "b",
      totalCount: 7,
    });
  });

  test("keeps a count of 0, which marks a zone that ignores parameters", () => {
    const pagination = { after_cursor: null, before_cursor: null, total_count: 0 };
    expect(page.parse({ items: [], pagination })).toEqual({
      ...NO_PAGING,
      items: [],
      totalCount: 0,
    });
  });

  test.each([
    {},
    { pagination: null },
    { pagination: { total_count: -1 } },
    { pagination: { after_cursor: "" } },
  ])("%j means that there are no further pages", (paging) => {
    expect(page.parse({ items: [], ...paging })).toEqual({ ...NO_PAGING, items: [] });
  });

  test.each([
    "x",
    [],
    { after_cursor: 7 },
    { after_cursor: ["a"] },
    { after_cursor: "c".repeat(256) },
    { before_cursor: {} },
  ])(
    "refuses pagination that can't be followed, instead of taking the page for the last: %j",
    (pagination) => {
      expect(page.safeParse({ items: [], pagination }).success).toBe(false);
    },
  );

  test("refuses a page that no list can have", () => {
    const items = Array.from({ length: 1_001 }, (_, n) => ({ id: `u${n}` }));
    expect(page.safeParse({ items }).success).toBe(false);
    expect(page.safeParse({ items: items.slice(1) }).success).toBe(true);
  });

  test.each([null, [], {}, { items: null }, { items: {} }])("refuses %j", (json) => {
    expect(page.safeParse(json).success).toBe(false);
  });

  test.each([null, "u2", 7, [], {}, { id: "" }, { id: null }, { id: "x".repeat(256) }])(
    "leaves %j out, counts it, and reads the others",
    (odd) => {
      expect(page.parse({ items: [{ id: "u1" }, odd, { id: "u3" }, odd] })).toEqual({
        ...NO_PAGING,
        items: [{ id: "u1" }, { id: "u3" }],
        unread: 2,
      });
    },
  );
});
