import { describe, expect, test, vi } from "vitest";
import { NARROWABLE_KINDS } from "../directory/narrowable.ts";
import { THING_KINDS } from "../directory/thing.ts";
import {
  API_ID_MAX_CHARS,
  API_TEXT_MAX_CHARS,
  CURSOR_MAX_CHARS,
  LOOK_UPS_PER_MESSAGE,
  MENTION_MAX_CHARS,
  NAMES_PER_MESSAGE,
  PASTED_MAX_CHARS,
  SEARCH_MAX_CHARS,
  SITE_MAX_CHARS,
} from "../limits.ts";
import type { TabBudget } from "../tab-budget.ts";
import { ada, anchor, EXAMPLES } from "./examples.ts";
import { type Handlers, REQUESTS, type RequestName } from "./requests.ts";
import { createRouter } from "./router.ts";
import type { Sender } from "./sender.ts";

const extension = { id: "abc", baseUrl: "chrome-extension://abc/" };
const tab = { id: 7 };
const SENDERS: Record<string, Sender> = {
  "extension-page": { id: "abc", url: "chrome-extension://abc/options.html", tab, frameId: 0 },
  "card-frame": { id: "abc", url: "chrome-extension://abc/card.html", tab, frameId: 2 },
  "top-frame": { id: "abc", url: "https://tickets.example.com/", tab, frameId: 0 },
  "sub-frame": { id: "abc", url: "https://tickets.example.com/", tab, frameId: 2 },
  unknown: { id: "xyz", url: "https://tickets.example.com/" },
};
const many = Array.from({ length: LOOK_UPS_PER_MESSAGE + 1 }, () => ada);
const tooLong = "a".repeat(PASTED_MAX_CHARS + 1);
const plenty: Pick<TabBudget, "spend"> = { spend: () => 0 };

function router(budget = plenty) {
  const handler = vi.fn(async () => "answered");
  const handlers = Object.fromEntries(Object.keys(REQUESTS).map((name) => [name, handler]));
  return {
    handler,
    route: createRouter(handlers as unknown as Handlers<Sender>, extension, budget),
  };
}

describe("messages to the background", () => {
  test("the table of every message and who may send it", () => {
    const { route } = router();
    const table = Object.entries(EXAMPLES).map(([type, rest]) => {
      const taken = Object.entries(SENDERS)
        .filter(([, sender]) => route({ type, ...rest }, sender) !== undefined)
        .map(([name]) => name);
      return `${type}: ${taken.join(", ")}`;
    });
    expect(table).toMatchInlineSnapshot(`
      [
        "connection: extension-page",
        "connect: extension-page",
        "forgetKey: extension-page",
        "unlock: extension-page",
        "lock: extension-page",
        "keepOtherwise: extension-page",
        "zones: extension-page",
        "zoneFacts: extension-page",
        "chooseZone: extension-page",
        "lookUp: extension-page",
        "lookUpMany: extension-page",
        "stopLookUps: extension-page",
        "findMentions: extension-page",
        "lookElsewhere: extension-page",
        "suggest: extension-page",
        "openSearch: extension-page",
        "inspectSessions: extension-page",
        "inspectGrants: extension-page",
        "inspectRoles: extension-page",
        "inspectNames: extension-page",
        "search: extension-page",
        "narrowables: extension-page",
        "recents: extension-page",
        "rememberRecent: extension-page",
        "forgetRecents: extension-page",
        "rememberSearch: extension-page",
        "takeInspection: extension-page",
        "lastInspected: extension-page",
        "inspect: extension-page",
        "pinnedInspected: extension-page",
        "pinInspected: extension-page",
        "settings: extension-page",
        "policy: extension-page",
        "diagnostics: extension-page",
        "debugLog: extension-page",
        "turnDebugLog: extension-page",
        "clearDebugLog: extension-page",
        "changeSettings: extension-page",
        "tabMarks: extension-page",
        "switchMarks: extension-page",
        "tabMentions: extension-page",
        "showInTab: extension-page",
        "beginMarks: top-frame, sub-frame",
        "loadLook: top-frame, sub-frame",
        "loadBehind: top-frame, sub-frame",
        "isSiteOn: top-frame, sub-frame",
        "loadCard: top-frame",
        "issueTicket: top-frame",
        "fillCard: top-frame",
        "prefetch: top-frame",
        "showCard: top-frame",
        "emptyCard: top-frame",
        "tellTopFrame: sub-frame",
      ]
    `);
  });

  const page = SENDERS["extension-page"] as Sender;
  const top = SENDERS["top-frame"] as Sender;

  test.each<[string, unknown, Sender]>([
    ["an unknown key", { type: "lookUp", query: ada, apiOrigin: "https://evil.example" }, page],
    ["an unknown key inside", { type: "lookUp", query: { ...ada, zone: "z" } }, page],
    ["a value that is too long", { type: "search", text: "a".repeat(321) }, page],
    ["an empty value", { type: "findMentions", text: "" }, page],
    ["a search narrowed to an empty list", { type: "search", text: "ada", roles: [] }, page],
    [
      "an unknown kind",
      { type: "fillCard", ...EXAMPLES.fillCard, query: { kind: "zone", value: "x" } },
      top,
    ],
    ["more lookups than one message can have", { type: "lookUpMany", queries: many }, page],
    ["a text that is too long", { type: "findMentions", text: tooLong }, page],
    ["no lookups", { type: "lookUpMany", queries: [] }, page],
    [
      "a number out of bounds",
      {
        type: "tellTopFrame",
        input: { type: "over", query: ada, anchor: { ...anchor, left: 1e9 }, time: 1 },
      },
      SENDERS["sub-frame"] as Sender,
    ],
    [
      "not a number",
      {
        type: "tellTopFrame",
        input: { type: "over", query: ada, anchor: { ...anchor, left: Number.NaN }, time: 1 },
      },
      SENDERS["sub-frame"] as Sender,
    ],
    ["an inherited name", { type: "constructor" }, page],
    ["no type", {}, page],
    ["a string", "lookUp", page],
    ["null", null, page],
  ])("refuses %s", (_, message, sender) => {
    const { handler, route } = router();
    expect(route(message, sender)).toBeUndefined();
    expect(handler).not.toHaveBeenCalled();
  });

  const a = (chars: number) => "a".repeat(chars);
  const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
  const thing = { kind: "resources", id: "r1" };
  const over = { type: "over", query: ada, anchor, time: 1 };
  const pointer = { x: 1, y: 2, screenX: 3, screenY: 4 };

  describe.each<[RequestName, carried: object[], refused: object[]]>([
    [
      "chooseZone",
      [{ zoneId: "z" }, { zoneId: a(API_ID_MAX_CHARS) }],
      [{ zoneId: "" }, { zoneId: a(API_ID_MAX_CHARS + 1) }],
    ],
    [
      "lookUp",
      [
        ...["id", "email", "subject"].map((kind) => ({ query: { kind, value: "v" } })),
        { query: { kind: "email", value: a(MENTION_MAX_CHARS) } },
        { query: ada, fresh: true },
        { query: ada, fresh: false },
      ],
      [
        { query: { kind: "email", value: "" } },
        { query: { kind: "email", value: a(MENTION_MAX_CHARS + 1) } },
        { query: ada, fresh: "yes" },
      ],
    ],
    [
      "lookUpMany",
      [{ queries: times(LOOK_UPS_PER_MESSAGE, ada), fresh: true }],
      [{ queries: [ada], fresh: 1 }],
    ],
    ["findMentions", [{ text: a(PASTED_MAX_CHARS) }], [{ text: "" }]],
    ...(["inspectSessions", "inspectGrants"] as const).map(
      (name): [RequestName, object[], object[]] => [
        name,
        [{ owner: a(API_ID_MAX_CHARS), zoneId: a(API_ID_MAX_CHARS) }],
        [
          { owner: "", zoneId: "z" },
          { owner: "u", zoneId: "" },
          { owner: "u", zoneId: a(API_ID_MAX_CHARS + 1) },
          { owner: "u", zoneId: "z", more: 1 },
        ],
      ],
    ),
    [
      "inspectNames",
      [
        ...THING_KINDS.map((kind) => ({
          things: [{ kind, id: a(API_ID_MAX_CHARS) }],
          zoneId: a(API_ID_MAX_CHARS),
        })),
        { things: times(NAMES_PER_MESSAGE, thing), zoneId: "z" },
      ],
      [
        { things: [], zoneId: "z" },
        { things: times(NAMES_PER_MESSAGE + 1, thing), zoneId: "z" },
        { things: [{ ...thing, kind: "users" }], zoneId: "z" },
        { things: [{ ...thing, id: "" }], zoneId: "z" },
        { things: [{ ...thing, more: 1 }], zoneId: "z" },
        { things: [thing], zoneId: "" },
      ],
    ],
    ["narrowables", NARROWABLE_KINDS.map((kind) => ({ kind })), [{ kind: "users" }, {}]],
    [
      "search",
      [{ text: a(SEARCH_MAX_CHARS), after: { cursor: a(CURSOR_MAX_CHARS), zoneId: "z" } }],
      [
        { text: "ada", after: { cursor: a(CURSOR_MAX_CHARS + 1), zoneId: "z" } },
        { text: "ada", after: { cursor: "", zoneId: "z" } },
        { text: "ada", after: { cursor: "c", zoneId: "" } },
        { text: "ada", after: { cursor: "c" } },
        { text: "ada", after: { cursor: "c", zoneId: "z", more: 1 } },
      ],
    ],
    [
      "lookElsewhere",
      [{ query: ada, zoneId: a(API_ID_MAX_CHARS) }],
      [{ query: ada }, { query: ada, zoneId: a(API_ID_MAX_CHARS + 1) }],
    ],
    [
      "suggest",
      [{ query: ada, zoneId: a(API_ID_MAX_CHARS) }],
      [{ query: ada }, { query: ada, zoneId: a(API_ID_MAX_CHARS + 1) }],
    ],
    [
      "openSearch",
      [{ text: a(SEARCH_MAX_CHARS) }],
      [{ text: "" }, { text: a(SEARCH_MAX_CHARS + 1) }, {}],
    ],
    [
      "rememberRecent",
      [
        {
          query: ada,
          name: a(MENTION_MAX_CHARS),
          seen: { status: a(API_TEXT_MAX_CHARS), asOf: 1 },
        },
        { query: ada, name: "Ada", seen: { asOf: 1 } },
      ],
      [
        { query: ada, name: "Ada", seen: { status: "active" } },
        { query: ada, name: "Ada", seen: { status: a(API_TEXT_MAX_CHARS + 1), asOf: 1 } },
        { query: ada, name: "" },
        { query: ada, name: a(MENTION_MAX_CHARS + 1) },
        { query: ada, name: "Ada", more: 1 },
      ],
    ],
    ["pinInspected", [{ query: null }], [{ query: ada.value }]],
    ["turnDebugLog", [{ on: false }], [{ on: 1 }]],
    [
      "changeSettings",
      [
        {},
        { modifier: null },
        { hoverMs: 400 },
        { lockAfterMin: 5 },
        { marks: ["https://tickets.example.com/*"] },
        { firstRun: { done: true, skipped: [] } },
        { theme: "system" },
      ],
      [
        { modifier: "" },
        { hoverMs: null },
        { subjects: "{digit:21}" },
        { theme: null },
        { theme: "sepia" },
        { consoleUrl: "http://console.example.com" },
        { zone: { id: "z" } },
      ],
    ],
    [
      "switchMarks",
      [{ pattern: a(SITE_MAX_CHARS), on: false }],
      [
        { pattern: a(SITE_MAX_CHARS + 1), on: true },
        { pattern: "", on: true },
        { pattern: "https://a.example/*", on: 1 },
      ],
    ],
    [
      "showInTab",
      [{ query: ada, frameId: 0, nth: 7 }],
      [
        { query: ada, frameId: -1, nth: 0 },
        { query: ada, frameId: 0.5, nth: 0 },
        { query: ada, frameId: 0, nth: -1 },
        { query: ada, frameId: 0, nth: 0.5 },
      ],
    ],
    [
      "fillCard",
      [{ query: ada, pinned: true, expanded: true, again: true }],
      [
        { query: ada, pinned: 1, expanded: true, again: true },
        { query: ada, pinned: true, expanded: 1, again: true },
        { query: ada, pinned: true, expanded: true, again: 1 },
        { query: ada, pinned: true, expanded: true, again: true, more: 1 },
      ],
    ],
    [
      "tellTopFrame",
      [
        { input: { ...over, anchor: { ...anchor, left: -1e6, top: 1e6, pointer } } },
        { input: { type: "away", time: 1 } },
        { input: { type: "away" } },
        { input: { type: "dismiss" } },
        { input: { type: "dismiss", by: "scroll" } },
      ],
      [
        { input: { ...over, anchor: { ...anchor, top: 1e6 + 1 } } },
        { input: { ...over, time: "1" } },
        { input: { ...over, more: 1 } },
        { input: { type: "away", time: "1" } },
        { input: { type: "away", more: 1 } },
        { input: { type: "dismiss", more: 1 } },
        { input: { type: "dismiss", by: "click" } },
        { input: { type: "" } },
      ],
    ],
  ])("%s", (type, carried, refused) => {
    const sender = SENDERS[REQUESTS[type].from[0] ?? ""] as Sender;

    test("can have this, which reaches its handler", () => {
      for (const rest of carried) {
        const { handler, route } = router();
        void route({ type, ...rest }, sender);
        expect(handler.mock.calls).toEqual([[rest, sender]]);
      }
    });

    test("can have nothing less, nothing more and nothing else", () => {
      const { handler, route } = router();
      const lacking = Object.keys(EXAMPLES[type]).map((name) =>
        Object.fromEntries(Object.entries(EXAMPLES[type]).filter(([each]) => each !== name)),
      );
      // All parameters of the settings' message are optional.
      for (const rest of [...refused, ...(type === "changeSettings" ? [] : lacking)])
        expect(route({ type, ...rest }, sender), JSON.stringify(rest)).toBeUndefined();
      expect(handler).not.toHaveBeenCalled();
    });
  });

  test("the reply is the handler's, or null if it has none", async () => {
    const { handler, route } = router();
    expect(await route({ type: "recents" }, page)).toBe("answered");
    handler.mockResolvedValue(undefined as never);
    expect(await route({ type: "recents" }, page)).toBeNull();
    handler.mockResolvedValue(false as never);
    expect(await route({ type: "recents" }, page)).toBe(false);
  });

  test("refuses what a page sends beyond its budget; the extension's own pages have none", () => {
    const spent: number[] = [];
    const { handler, route } = router({ spend: (tabId) => spent.push(tabId) });
    expect(route({ type: "fillCard", ...EXAMPLES.fillCard }, top)).toBeUndefined();
    expect(route({ type: "loadLook" }, SENDERS["sub-frame"] as Sender)).toBeUndefined();
    expect(handler).not.toHaveBeenCalled();
    expect(spent).toEqual([tab.id, tab.id]);
    expect(route({ type: "lookUp", query: ada }, page)).toBeDefined();
    expect(spent).toHaveLength(2);
  });

  test.each<[string, Sender, unknown, object]>([
    ["taken", top, { type: "loadCard" }, { name: "loadCard", from: "top-frame" }],
    [
      "unknown-name",
      page,
      { type: "ada@example.com" },
      { name: "unknown", from: "extension-page" },
    ],
    ["unknown-name", page, { type: ["lock"] }, { name: "unknown", from: "extension-page" }],
    ["wrong-sender", top, { type: "forgetKey" }, { name: "forgetKey", from: "top-frame" }],
    [
      "wrong-shape",
      page,
      { type: "lookUp", query: "ada@example.com" },
      { name: "lookUp", from: "extension-page" },
    ],
  ])("the log records a message: %s", (outcome, sender, message, note) => {
    const onMessage = vi.fn();
    const handlers = Object.fromEntries(Object.keys(REQUESTS).map((name) => [name, async () => 1]));
    const route = createRouter(
      handlers as unknown as Handlers<Sender>,
      extension,
      plenty,
      onMessage,
    );
    void route(message, sender);
    expect(onMessage.mock.calls).toEqual([[{ ...note, outcome, isPrivate: false }]]);
  });

  test("the log records a page over its budget, and a private window", () => {
    const onMessage = vi.fn();
    const none = {} as Handlers<Sender>;
    const sender = { ...top, tab: { ...tab, incognito: true } };
    const route = createRouter(none, extension, { spend: () => 1 }, onMessage);
    void route({ type: "loadCard" }, sender);
    const note = { name: "loadCard", from: "top-frame", outcome: "over-budget", isPrivate: true };
    expect(onMessage.mock.calls).toEqual([[note]]);
  });

  test("no message can carry a key", () => {
    const { route } = router();
    for (const [type, rest] of Object.entries(EXAMPLES))
      for (const sender of Object.values(SENDERS))
        expect(
          route({ type, ...rest, credential: { kind: "api-key", key: "k" } }, sender),
        ).toBeUndefined();
  });
});
