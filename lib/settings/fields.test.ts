import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  API_ID_MAX_CHARS,
  API_TEXT_MAX_CHARS,
  CONSOLE_URL_MAX_CHARS,
  HOVER_SHOW_MAX_MS,
  HOVER_SHOW_MIN_MS,
  LOCK_AFTER_MAX_MIN,
  SITE_MAX_CHARS,
  SUBJECT_PATTERNS_MAX,
  TEMPLATE_MAX_CHARS,
} from "../limits.ts";
import * as fields from "./fields.ts";
import { SITES_MAX } from "./fields.ts";

const a = (chars: number) => "a".repeat(chars);
const times = (entries: number) => Array.from({ length: entries }, () => "a");
const address = (chars: number) => "https://console.example.com/".padEnd(chars, "a");

describe.each<[string, z.core.$ZodType, taken: unknown[], refused: unknown[]]>([
  [
    "a modifier key",
    fields.modifier,
    ["Alt", "Control", "Shift", "Meta"],
    ["", "alt", "CapsLock", null],
  ],
  [
    "the time until a card opens",
    fields.hoverMs,
    [HOVER_SHOW_MIN_MS, HOVER_SHOW_MAX_MS],
    [HOVER_SHOW_MIN_MS - 1, HOVER_SHOW_MAX_MS + 1, HOVER_SHOW_MIN_MS + 0.5, "250"],
  ],
  [
    "the time until the key is locked",
    fields.lockAfterMin,
    [1, LOCK_AFTER_MAX_MIN],
    [0, LOCK_AFTER_MAX_MIN + 1, 1.5, "15"],
  ],
  [
    "subject patterns",
    fields.subjects,
    [[], [""], [a(TEMPLATE_MAX_CHARS)], times(SUBJECT_PATTERNS_MAX)],
    [[a(TEMPLATE_MAX_CHARS + 1)], times(SUBJECT_PATTERNS_MAX + 1), [1], "a"],
  ],
  [
    "the console's URL",
    fields.consoleTemplate,
    ["https://console.example.com/{user_id}", address(CONSOLE_URL_MAX_CHARS)],
    [
      "",
      "console.example.com",
      "https://{zone_id}.example.com",
      address(CONSOLE_URL_MAX_CHARS + 1),
    ],
  ],
  [
    "sites",
    fields.sites,
    [[], [a(SITE_MAX_CHARS)], times(SITES_MAX)],
    [[a(SITE_MAX_CHARS + 1)], times(SITES_MAX + 1), {}],
  ],
  [
    "a zone",
    fields.zone,
    [
      { id: "z" },
      { id: a(API_ID_MAX_CHARS), name: a(API_TEXT_MAX_CHARS), slug: a(API_TEXT_MAX_CHARS) },
      { id: "z", name: "", slug: "" },
    ],
    [
      {},
      "z",
      { id: "" },
      { id: a(API_ID_MAX_CHARS + 1) },
      { id: "z", name: a(API_TEXT_MAX_CHARS + 1) },
      { id: "z", slug: a(API_TEXT_MAX_CHARS + 1) },
      { id: "z", name: null },
    ],
  ],
  [
    "the first run",
    fields.firstRun,
    [
      { done: true, skipped: [] },
      { done: false, skipped: ["connect", "zone", "sites"] },
    ],
    [
      { done: true },
      { skipped: [] },
      { done: "yes", skipped: [] },
      { done: true, skipped: ["other"] },
      { done: true, skipped: ["zone", "zone", "zone", "zone"] },
      { done: true, skipped: [], more: 1 },
    ],
  ],
])("%s", (_, schema, taken, refused) => {
  test.each(taken.map((value) => [value]))("accepts %j", (value) => {
    expect(z.safeParse(schema, value)).toEqual({ success: true, data: value });
  });

  test.each(refused.map((value) => [value]))("refuses %j", (value) => {
    expect(z.safeParse(schema, value).success).toBe(false);
  });
});
