import { expect, test } from "vitest";
import { SEARCH_MAX_CHARS } from "../limits.ts";
import { ada, anchor } from "./examples.ts";
import { invocationReport } from "./invocation-report.ts";

const pointer = { x: 1, y: 2, screenX: 3, screenY: 4 };

test.each<object>([
  { type: "shown" },
  { type: "in-frame", query: ada, anchor },
  { type: "in-frame", query: ada, anchor: { ...anchor, pointer } },
  { type: "around", left: -1e6, top: 1e6 },
  { type: "selected", text: "s".repeat(SEARCH_MAX_CHARS) },
  { type: "cardless" },
  { type: "cardless", meant: { kind: "query", query: ada } },
  { type: "cardless", meant: { kind: "search", text: "Ada" } },
])("accepts the report %j", (report) => {
  expect(invocationReport.safeParse(report).data).toEqual(report);
});

test.each<unknown>([
  undefined,
  {},
  { type: "" },
  { type: "shown", more: 1 },
  { type: "in-frame", query: ada },
  { type: "in-frame", anchor },
  { type: "in-frame", query: ada, anchor, more: 1 },
  { type: "in-frame", query: ada, anchor: { ...anchor, more: 1 } },
  { type: "in-frame", query: ada, anchor: { ...anchor, isDirect: 1 } },
  { type: "in-frame", query: ada, anchor: { ...anchor, pointer: { ...pointer, more: 1 } } },
  { type: "in-frame", query: ada, anchor: { ...anchor, pointer: { x: 1, y: 2 } } },
  { type: "in-frame", query: ada, anchor: { left: 1, top: 2, width: 3, height: 4 } },
  { type: "selected", text: "" },
  { type: "selected", text: "s".repeat(SEARCH_MAX_CHARS + 1) },
  { type: "selected", text: "Ada", more: 1 },
  { type: "around", left: 0 },
  { type: "around", top: 0 },
  { type: "around", left: -1e6 - 1, top: 0 },
  { type: "around", left: 0, top: 1e6 + 1 },
  { type: "around", left: 0, top: Number.NaN },
  { type: "around", left: 0, top: 0, more: 1 },
  { type: "cardless", more: 1 },
  { type: "cardless", meant: { kind: "other", text: "Ada" } },
  { type: "cardless", meant: { kind: "query", query: ada, more: 1 } },
  { type: "cardless", meant: { kind: "search", text: "" } },
  { type: "cardless", meant: { kind: "search", text: "Ada", more: 1 } },
])("refuses the report %j", (report) => {
  expect(invocationReport.safeParse(report).success).toBe(false);
});
