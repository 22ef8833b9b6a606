import { describe, expect, test } from "vitest";
import type { Connections } from "../connection/connection.ts";
import type { Directories } from "../connection/directories.ts";
import { createDebugLog } from "../debug-log/debug-log.ts";
import { createWatch } from "../debug-log/watch.ts";
import type { Directory, LookUpOptions } from "../directory/directory.ts";
import type { Inspector } from "../directory/inspector.ts";
import { leaveForPopup, rememberInspected } from "../inspected/inspections.ts";
import { takePolicy } from "../settings/policy-copy.ts";
import { changeSettings } from "../settings/settings.ts";
import { fakeBrowser, settled } from "./fake-browser.ts";
import { createHandlers } from "./handlers.ts";
import type { Services } from "./services.ts";

const ada = { kind: "email", value: "ada@example.com" } as const;
const bob = { kind: "email", value: "bob@example.com" } as const;
const absent = { state: "absent", asOf: 0 } as const;
const noKey = { state: "failed", failure: { why: "no-key" } } as const;

/** Popup or side panel of a window in front, and the options in a tab. */
const popup = {
  id: "extension",
  url: "chrome-extension://extension/popup.html",
  documentId: "popup",
};
const panel = { ...popup, documentId: "panel" };
const inTab = (incognito: boolean) => ({ ...popup, documentId: "tab", tab: { id: 7, incognito } });

/** @param connected whether a key and a zone are there */
function worker({ connected = true, services = {} as Partial<Services> } = {}) {
  const fake = fakeBrowser();
  const asked: unknown[][] = [];
  const noted =
    (name: string, reply?: unknown) =>
    async (...args: unknown[]) => {
      asked.push([name, ...args]);
      fake.done.push(name);
      return reply as never;
    };
  const connections: Connections = {
    state: noted("state", { state: "no-key" }),
    connect: noted("connect", "connected"),
    forgetKey: noted("forgetKey"),
    unlock: noted("unlock", "unlocked"),
    lock: noted("lock"),
    async lockIfIdle() {
      fake.done.push("lockIfIdle");
      return 5_000;
    },
    keepOtherwise: noted("keepOtherwise", "kept"),
    zones: noted("zones", "zones"),
    chooseZone: noted("chooseZone", "chosen"),
    followPolicy: noted("followPolicy"),
    current: noted("current"),
  };
  const directory: Directory = {
    lookUp: noted("lookUp", absent),
    search: noted("search", { state: "found" }),
  };
  const inspector: Inspector = {
    sessions: noted("sessions", "sessions"),
    grants: noted("grants", "grants"),
    names: noted("names", "names"),
  };
  const directories: Directories = {
    current: async () =>
      connected
        ? { ok: true, directory, inspector, zone: { id: "acme" } }
        : { ok: false, failure: { why: "no-key" } },
    elsewhere: noted("elsewhere", "elsewhere"),
    clear: noted("clear"),
  };
  const cards = {} as Services["cards"];
  const failures: Services["failures"] = { watch: (traffic) => traffic, read: async () => [] };
  const debugLog = createDebugLog(fake.browser.storage.session, Date.now);
  const handlers = createHandlers(fake.browser, {
    connections,
    directories,
    cards,
    failures,
    debugLog,
    watch: createWatch(debugLog, Date.now),
    ...services,
  });
  return { ...fake, handlers, asked };
}

const optionsOf = (asked: unknown[][], at: number) => asked[at]?.at(-1) as LookUpOptions;

describe("the key", () => {
  test.each([
    ["connect", "connected"],
    ["unlock", "unlocked"],
    ["keep-otherwise", "kept"],
  ] as const)("%s answers once it is watched for idleness", async (type, reply) => {
    const { handlers, done, alarms } = worker();
    const handle = handlers[type] as (message: object, sender: object) => Promise<unknown>;
    expect(await handle({ type }, popup)).toBe(reply);
    expect(done.at(-1)).toBe("lockIfIdle");
    expect(done).toHaveLength(2);
    expect(alarms.get("lock")).toBe(5_000);
  });

  test("may stay unlocked for another time once that is set", async () => {
    const { handlers, done } = worker();
    const reply = await handlers["change-settings"](
      { type: "change-settings", lockAfterMin: 5 },
      popup,
    );
    expect(reply).toEqual({ ok: true });
    expect(done.at(-1)).toBe("lockIfIdle");
    expect(await handlers.settings({ type: "settings" }, popup)).toMatchObject({ lockAfterMin: 5 });
  });

  test("state, zones, locking and forgetting are the connection's own", async () => {
    const { handlers, asked } = worker();
    expect(await handlers.connection({ type: "connection" }, popup)).toEqual({ state: "no-key" });
    expect(await handlers.zones({ type: "zones" }, popup)).toBe("zones");
    expect(await handlers["choose-zone"]({ type: "choose-zone", zoneId: "z" }, popup)).toBe(
      "chosen",
    );
    await handlers.lock({ type: "lock" }, popup);
    await handlers["forget-key"]({ type: "forget-key" }, popup);
    expect(asked).toEqual([["state"], ["zones"], ["chooseZone", "z"], ["lock"], ["forgetKey"]]);
  });
});

describe("without a key", () => {
  test.each([
    ["look-up", { query: ada }, noKey],
    ["look-up-many", { queries: [ada, bob] }, [noKey, noKey]],
    ["search", { text: "ada" }, noKey],
    ["inspect-sessions", { owner: "u1" }, noKey],
    ["inspect-grants", { owner: "u1" }, noKey],
    [
      "inspect-names",
      { things: [{ kind: "roles", id: "r1" }] },
      [{ kind: "roles", id: "r1", why: "no-key" }],
    ],
  ] as const)("%s fails and says so", async (type, message, expected) => {
    const { handlers, asked } = worker({ connected: false });
    const handle = handlers[type] as (message: unknown, sender: unknown) => Promise<unknown>;
    expect(await handle({ type, ...message }, popup)).toEqual(expected);
    expect(asked).toEqual([]);
  });
});

describe("what is asked from a private window", () => {
  test.each([
    ["a tab of one", inTab(true), false, true],
    ["a tab of another", inTab(false), true, false],
    ["the popup over one", popup, true, true],
    ["the popup over another", popup, false, false],
  ])(
    "is known from %s, and told to whoever looks up",
    async (_, sender, frontIsPrivate, isPrivate) => {
      const { handlers, asked, state } = worker();
      state.frontIsPrivate = frontIsPrivate;
      await handlers["look-up"]({ type: "look-up", query: ada }, sender);
      await handlers["look-up-many"]({ type: "look-up-many", queries: [ada] }, sender);
      await handlers.search({ type: "search", text: "ada" }, sender);
      expect(asked.map((call) => (call.at(-1) as LookUpOptions).isPrivate)).toEqual([
        isPrivate,
        isPrivate,
        isPrivate,
      ]);
      asked.length = 0;
      const things = [{ kind: "roles", id: "r1" }] as const;
      await handlers["inspect-names"](
        { type: "inspect-names", things: [...things] as never },
        sender,
      );
      expect(asked).toEqual([["names", things, isPrivate]]);
    },
  );

  test("is not remembered: no recents, nobody pinned", async () => {
    const { handlers, browser } = worker();
    const recent = { type: "remember-recent", query: ada, name: "Ada" } as const;
    await handlers["remember-recent"](recent, inTab(true));
    await handlers["pin-inspected"]({ type: "pin-inspected", query: ada }, inTab(true));
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  test("is not shown whom others have looked up", async () => {
    const { handlers } = worker();
    const recent = { type: "remember-recent", query: ada, name: "Ada" } as const;
    await handlers["remember-recent"](recent, inTab(false));
    expect(await handlers.recents({ type: "recents" }, inTab(false))).toEqual([
      { query: ada, name: "Ada" },
    ]);
    expect(await handlers.recents({ type: "recents" }, inTab(true))).toEqual([]);
  });
});

describe("looking up", () => {
  test("one person, past what is kept only where that is wished", async () => {
    const { handlers, asked } = worker();
    expect(await handlers["look-up"]({ type: "look-up", query: ada }, popup)).toEqual({
      ...absent,
      zone: { id: "acme" },
    });
    await handlers["look-up"]({ type: "look-up", query: ada, fresh: true }, popup);
    expect(asked).toEqual([
      ["lookUp", ada, { fresh: false, isPrivate: false }],
      ["lookUp", ada, { fresh: true, isPrivate: false }],
    ]);
  });

  test("many: all of them, behind what a person waits for", async () => {
    const { handlers, asked } = worker();
    const queries = [ada, bob];
    expect(await handlers["look-up-many"]({ type: "look-up-many", queries }, popup)).toEqual([
      absent,
      absent,
    ]);
    await handlers["look-up-many"]({ type: "look-up-many", queries, fresh: true }, popup);
    expect(asked.map((call) => call[1])).toEqual([ada, bob, ada, bob]);
    expect(optionsOf(asked, 0)).toMatchObject({ fresh: false, priority: "bulk" });
    expect(optionsOf(asked, 2)).toMatchObject({ fresh: true });
  });

  const many = { type: "look-up-many", queries: [ada] } as const;
  const message = () => ({ ...many, queries: [ada] });

  test("many, again from the same page, ends the question before; another page's goes on", async () => {
    const { handlers, asked } = worker();
    await handlers["look-up-many"](message(), popup);
    await handlers["look-up-many"](message(), panel);
    expect(optionsOf(asked, 0).signal?.aborted).toBe(false);
    await handlers["look-up-many"](message(), popup);
    expect([0, 1, 2].map((at) => optionsOf(asked, at).signal?.aborted)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("many can be stopped by the very next message, by its own page only", async () => {
    const { handlers, asked } = worker();
    const answers = handlers["look-up-many"](message(), popup);
    await handlers["stop-look-ups"]({ type: "stop-look-ups" }, panel);
    const stopped = handlers["look-up-many"](message(), panel);
    void handlers["stop-look-ups"]({ type: "stop-look-ups" }, panel);
    await Promise.all([answers, stopped]);
    expect([0, 1].map((at) => optionsOf(asked, at).signal?.aborted)).toEqual([false, true]);
  });

  test("is a page's own by address and tab, where the browser tells no document", async () => {
    const { handlers, asked } = worker();
    const page = (id: number, url = "a") => ({ url, tab: { id, incognito: false } });
    await handlers["look-up-many"](message(), page(1));
    for (const other of [page(2), page(1, "b"), page(1)])
      await handlers["look-up-many"](message(), other);
    const ended = [0, 1, 2, 3].map((at) => optionsOf(asked, at).signal?.aborted);
    expect(ended).toEqual([true, false, false, false]);
  });

  test("a newer search ends the one before, and no look-up of many", async () => {
    const { handlers, asked } = worker();
    await handlers["look-up-many"](message(), popup);
    expect(await handlers.search({ type: "search", text: "a" }, popup)).toEqual({
      state: "found",
      zone: { id: "acme" },
    });
    await handlers.search(
      { type: "search", text: "ad", after: { cursor: "cursor", zoneId: "acme" } },
      popup,
    );
    expect(asked.slice(1).map((call) => call.slice(0, 3))).toEqual([
      ["search", "a", undefined],
      ["search", "ad", "cursor"],
    ]);
    expect([0, 1, 2].map((at) => optionsOf(asked, at).signal?.aborted)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("the rest of a list of another zone is not asked for: a cursor of one means nothing in the other", async () => {
    const { handlers, asked } = worker();
    const after = { cursor: "cursor", zoneId: "former" };
    expect(await handlers.search({ type: "search", text: "ad", after }, popup)).toEqual({
      state: "failed",
      failure: { why: "aborted" },
    });
    expect(asked).toEqual([]);
  });

  test("elsewhere, and what belongs to a person, are the directory's own", async () => {
    const { handlers, asked } = worker();
    expect(
      await handlers["look-elsewhere"](
        { type: "look-elsewhere", query: ada, zoneId: "acme" },
        popup,
      ),
    ).toBe("elsewhere");
    expect(
      await handlers["inspect-sessions"]({ type: "inspect-sessions", owner: "u1" }, popup),
    ).toBe("sessions");
    expect(await handlers["inspect-grants"]({ type: "inspect-grants", owner: "u1" }, popup)).toBe(
      "grants",
    );
    expect(asked).toEqual([
      ["elsewhere", ada, "acme"],
      ["sessions", "u1"],
      ["grants", "u1"],
    ]);
  });
});

describe("what popup and side panel are about", () => {
  test("is handed out once; who was last, and who is pinned, each time", async () => {
    const { handlers, browser } = worker();
    const { session } = browser.storage;
    const left = { kind: "query", query: ada } as const;
    await leaveForPopup(session, left);
    await rememberInspected(session, bob);
    expect(await handlers["take-inspection"]({ type: "take-inspection" }, popup)).toEqual(left);
    expect(await handlers["take-inspection"]({ type: "take-inspection" }, popup)).toBeUndefined();
    expect(await handlers["last-inspected"]({ type: "last-inspected" }, panel)).toEqual(bob);
    await handlers["pin-inspected"]({ type: "pin-inspected", query: ada }, panel);
    expect(await handlers["pinned-inspected"]({ type: "pinned-inspected" }, panel)).toEqual(ada);
    await handlers["pin-inspected"]({ type: "pin-inspected", query: null }, panel);
    expect(await handlers["pinned-inspected"]({ type: "pinned-inspected" }, panel)).toBeUndefined();
  });

  test("recents are forgotten on demand", async () => {
    const { handlers } = worker();
    await handlers["remember-recent"]({ type: "remember-recent", query: ada, name: "Ada" }, popup);
    await handlers["forget-recents"]({ type: "forget-recents" }, popup);
    expect(await handlers.recents({ type: "recents" }, popup)).toEqual([]);
  });
});

test("a text's mentions are found by the patterns that hold", async () => {
  const { handlers, browser } = worker();
  await changeSettings(browser.storage.local, { subjects: ["emp-{digit:6}"] });
  const message = { type: "find-mentions", text: "emp-123456, ada@example.com" } as const;
  expect(await handlers["find-mentions"](message, popup)).toMatchObject({
    listed: [{ kind: "subject" }, ada],
  });
});

test("the tab in front: its lines and who is mentioned there", async () => {
  const fake = worker();
  const { handlers } = fake;
  const origin = "https://tickets.example";
  fake.tab(7, `${origin}/1`, {
    active: true,
    frames: {
      0: {
        keycardLookupMarks: { state: () => ({ count: 2, lines: "all" }) },
        keycardLookupList: {
          find: () => ({ mentions: [{ sought: ada, count: 1 }], more: false }),
          show: (...asked: unknown[]) => JSON.stringify(asked) === JSON.stringify([ada, 1]),
        },
      },
    },
  });
  await fake.grant(`${origin}/*`);
  await handlers["switch-marks"]({ type: "switch-marks", pattern: `${origin}/*`, on: true }, popup);
  expect(await handlers["tab-marks"]({ type: "tab-marks" }, popup)).toMatchObject({ count: 2 });
  expect(await handlers["tab-mentions"]({ type: "tab-mentions" }, popup)).toMatchObject({
    ok: true,
  });
  const show = { type: "show-in-tab", sought: ada, frameId: 0, nth: 1 } as const;
  expect(await handlers["show-in-tab"](show, popup)).toBe(true);
  await settled();
});

test("what the organization has set, and what support is told", async () => {
  const { handlers, browser } = worker();
  await takePolicy(browser.storage.local, async () => ({ zone: "acme" }));
  expect(await handlers.policy({ type: "policy" }, popup)).toEqual({
    policy: { zone: "acme" },
    warnings: [],
  });
  expect(await handlers.diagnostics({ type: "diagnostics" }, popup)).toMatchObject({
    policy: { keys: ["zone"] },
  });
});

test("scripts in pages are answered too", async () => {
  const { handlers, grant } = worker();
  await grant("https://tickets.example/*");
  const sender = { origin: "https://tickets.example", tab: { id: 7, incognito: false } };
  expect(await handlers["page/is-on"]({ type: "page/is-on" }, sender)).toBe(true);
});
