import { describe, expect, test } from "vitest";
import type { Connections } from "../connection/connection.ts";
import type { Directories } from "../connection/directories.ts";
import { createDebugLog } from "../debug-log/debug-log.ts";
import { createWatch } from "../debug-log/watch.ts";
import type { Directory, LookUpOptions } from "../directory/directory.ts";
import { fakeZone, NOW, person } from "../directory/fake-zone.ts";
import type { Inspector } from "../directory/inspector.ts";
import type { RolesReader } from "../directory/read-roles.ts";
import { leaveForPopup, rememberInspected, takeForPopup } from "../inspected/inspections.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { fakeBrowser, settled } from "./fake-browser.ts";
import { frameOf } from "./fake-frames.ts";
import { createHandlers } from "./handlers.ts";
import type { Services } from "./services.ts";

const ada = { kind: "email", value: "ada@example.com" } as const;
const bob = { kind: "email", value: "bob@example.com" } as const;
const absent = { state: "absent", asOf: 0 } as const;
const noKey = { state: "failed", failure: { why: "noKey" } } as const;

/** Popup or side panel of the focused window, and the options in a tab. */
const popup = {
  id: "extension",
  url: "chrome-extension://extension/popup.html",
  documentId: "popup",
};
const panel = { ...popup, documentId: "panel" };
const inTab = (incognito: boolean) => ({ ...popup, documentId: "tab", tab: { id: 7, incognito } });

/** @param connected whether there are a key and a zone */
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
    listedZones: () => [],
    zoneFacts: noted("zoneFacts", "told"),
    chooseZone: noted("chooseZone", "chosen"),
    followPolicy: noted("followPolicy"),
    current: noted("current"),
  };
  const directory: Directory = {
    lookUp: noted("lookUp", absent),
    search: noted("search", { state: "found" }),
    suggest: noted("suggest", { state: "searched" }),
    kept: async ({ value }) => (value === bob.value ? absent : undefined),
  };
  const inspector: Inspector = {
    sessions: noted("sessions", "sessions"),
    grants: noted("grants", "grants"),
    names: { kept: () => [], of: noted("names", "names") },
    narrowables: noted("narrowables", "narrowables"),
  };
  const roles: RolesReader = { read: noted("roles", "roles") };
  const current: Directories["current"] = async () =>
    connected
      ? { ok: true, directory, inspector, roles, zone: { id: "acme" } }
      : { ok: false, failure: { why: "noKey" } };
  const directories: Directories = {
    current,
    of: async (zoneId) =>
      zoneId === "acme" ? current() : { ok: false, failure: { why: "aborted" } },
    elsewhere: noted("elsewhere", "elsewhere"),
    clear: noted("clear"),
  };
  const cards = {} as Services["cards"];
  const failures: Services["failures"] = { watch: (traffic) => traffic, read: async () => [] };
  const debugLog = createDebugLog(fake.browser.storage.session, Date.now);
  const handlers = createHandlers(fake.browser, {
    settings: fake.settings,
    connections,
    directories,
    cards,
    failures,
    debugLog,
    watch: createWatch(debugLog, { now: Date.now, elapsed: () => 0 }),
    ...services,
  });
  return { ...fake, handlers, asked, directories };
}

const optionsOf = (asked: unknown[][], at: number) => asked[at]?.at(-1) as LookUpOptions;

describe("the key", () => {
  test.each([
    ["connect", "connected"],
    ["unlock", "unlocked"],
    ["keepOtherwise", "kept"],
  ] as const)("%s replies once the key is watched for idleness", async (type, reply) => {
    const { handlers, done, alarms } = worker();
    const handle = handlers[type] as (message: object, sender: object) => Promise<unknown>;
    expect(await handle({ type }, popup)).toBe(reply);
    expect(done.at(-1)).toBe("lockIfIdle");
    expect(done).toHaveLength(2);
    expect(alarms.get("lock")).toBe(5_000);
  });

  test("can stay unlocked for a different time once that is set", async () => {
    const { handlers, done } = worker();
    const reply = await handlers.changeSettings({ lockAfterMin: 5 }, popup);
    expect(reply).toEqual({ ok: true });
    expect(done.at(-1)).toBe("lockIfIdle");
    expect(await handlers.settings({}, popup)).toMatchObject({ lockAfterMin: 5 });
  });

  test("state, zones, locking and removing are passed to the connection", async () => {
    const { handlers, asked } = worker();
    expect(await handlers.connection({}, popup)).toEqual({ state: "no-key" });
    expect(await handlers.zones({}, popup)).toBe("zones");
    expect(await handlers.zoneFacts({}, popup)).toBe("told");
    expect(await handlers.chooseZone({ zoneId: "z" }, popup)).toBe("chosen");
    await handlers.lock({}, popup);
    await handlers.forgetKey({}, popup);
    expect(asked).toEqual([
      ["state"],
      ["zones"],
      ["zoneFacts"],
      ["chooseZone", "z"],
      ["lock"],
      ["forgetKey"],
    ]);
  });
});

test("a page gets an old answer at once, and with its next message the newer one, which is already under way", async () => {
  const zone = fakeZone([person(1)]);
  const { directories } = worker();
  const current = async () => ({ ...(await directories.current()), directory: zone.directory });
  const { handlers } = worker({
    services: { directories: { ...directories, current } as Directories },
  });
  const asked = { query: { kind: "id", value: "user1" } } as const;
  await handlers.lookUp(asked, popup);
  zone.pass(CACHE_FRESH_MS);
  const old = await handlers.lookUp(asked, popup);
  expect(old).toMatchObject({ state: "found", stale: true, zone: { id: "acme" } });
  expect(zone.calls).toHaveLength(1);
  const newer = await handlers.lookUp({ ...asked, fresh: true }, popup);
  expect(newer).toMatchObject({ state: "found", asOf: NOW + CACHE_FRESH_MS });
  expect(newer).not.toHaveProperty("stale");
  expect(zone.calls).toHaveLength(2);
});

test("a lookup that throws isn't answered", async () => {
  const { directories } = worker();
  const directory = { lookUp: () => Promise.reject(new Error("broken")) };
  const current = async () => ({ ...(await directories.current()), directory });
  const { handlers } = worker({
    services: { directories: { ...directories, current } as unknown as Directories },
  });
  const reply = handlers.lookUp({ query: ada }, popup);
  await expect(reply).rejects.toThrow("broken");
});

describe("without a key", () => {
  test.each([
    ["lookUp", { query: ada }, noKey],
    ["lookUpMany", { queries: [ada, bob] }, { answers: [noKey, noKey] }],
    ["search", { text: "ada" }, noKey],
    ["inspectSessions", { owner: "u1", zoneId: "acme" }, noKey],
    ["inspectGrants", { owner: "u1", zoneId: "acme" }, noKey],
    ["inspectRoles", { owner: "u1", zoneId: "acme" }, undefined],
    [
      "inspectNames",
      { things: [{ kind: "roles", id: "r1" }], zoneId: "acme" },
      [{ kind: "roles", id: "r1", why: "noKey" }],
    ],
    ["narrowables", { kind: "roles" }, noKey],
  ] as const)("%s fails and says so", async (type, message, expected) => {
    const { handlers, asked } = worker({ connected: false });
    const handle = handlers[type] as (message: unknown, sender: unknown) => Promise<unknown>;
    expect(await handle(message, popup)).toEqual(expected);
    expect(asked).toEqual([]);
  });
});

describe("requests from a private window", () => {
  test.each([
    ["a tab in one", inTab(true), false, true],
    ["a tab in another window", inTab(false), true, false],
    ["the popup of one", popup, true, true],
    ["the popup of another window", popup, false, false],
  ])(
    "are recognized from %s, and marked as such for the lookup",
    async (_, sender, frontIsPrivate, isPrivate) => {
      const { handlers, asked, state } = worker();
      state.frontIsPrivate = frontIsPrivate;
      await handlers.lookUp({ query: ada }, sender);
      await handlers.lookUpMany({ queries: [ada] }, sender);
      await handlers.search({ text: "ada" }, sender);
      expect(asked.map((call) => (call.at(-1) as LookUpOptions).isPrivate)).toEqual([
        isPrivate,
        isPrivate,
        isPrivate,
      ]);
      asked.length = 0;
      const things = [{ kind: "roles", id: "r1" }] as const;
      await handlers.inspectNames({ things: [...things] as never, zoneId: "acme" }, sender);
      expect(asked).toEqual([["names", things, { isPrivate, again: true }]]);
      asked.length = 0;
      await handlers.narrowables({ kind: "groups" }, sender);
      expect(asked).toEqual([["narrowables", "groups", isPrivate]]);
      asked.length = 0;
      const holder = { owner: "u1", zoneId: "acme", groups: ["g1"], fresh: true };
      await handlers.inspectRoles(holder, sender);
      expect(asked).toEqual([
        ["roles", { id: "u1", groups: [{ id: "g1" }] }, { requests: 2, fresh: true, isPrivate }],
      ]);
    },
  );

  test("aren't remembered: no recents, no one pinned", async () => {
    const { handlers, browser } = worker();
    const recent = { query: ada, name: "Ada" } as const;
    await handlers.rememberRecent(recent, inTab(true));
    await handlers.inspect({ query: ada }, inTab(true));
    await handlers.pinInspected({ query: ada }, inTab(true));
    await handlers.rememberSearch({ text: "ada" }, inTab(true));
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  test("don't show who others have looked up", async () => {
    const { handlers } = worker();
    const recent = { query: ada, name: "Ada" } as const;
    await handlers.rememberRecent(recent, inTab(false));
    expect(await handlers.recents({}, inTab(false))).toEqual([{ query: ada, name: "Ada" }]);
    expect(await handlers.recents({}, inTab(true))).toEqual([]);
  });
});

describe("looking up", () => {
  test("looks up one person, and bypasses the cache only on request", async () => {
    const { handlers, asked } = worker();
    expect(await handlers.lookUp({ query: ada }, popup)).toEqual({
      ...absent,
      zone: { id: "acme" },
    });
    await handlers.lookUp({ query: ada, fresh: true }, popup);
    expect(asked).toEqual([
      ["lookUp", ada, { fresh: false, isPrivate: false, onStale: expect.any(Function) }],
      ["lookUp", ada, { fresh: true, isPrivate: false, onStale: expect.any(Function) }],
    ]);
  });

  test("looks up many: all of them, behind what a person waits for", async () => {
    const { handlers, asked } = worker();
    const queries = [ada, bob];
    expect(await handlers.lookUpMany({ queries }, popup)).toEqual({
      answers: [absent, absent],
      zone: { id: "acme" },
    });
    await handlers.lookUpMany({ queries, fresh: true }, popup);
    expect(asked.map((call) => call[1])).toEqual([ada, bob, ada, bob]);
    expect(optionsOf(asked, 0)).toMatchObject({ fresh: false, priority: "bulk" });
    expect(optionsOf(asked, 2)).toMatchObject({ fresh: true });
  });

  const many = { queries: [ada] };
  const message = () => ({ ...many, queries: [ada] });

  test("a second list from the same page aborts the first, but not another page's", async () => {
    const { handlers, asked } = worker();
    await handlers.lookUpMany(message(), popup);
    await handlers.lookUpMany(message(), panel);
    expect(optionsOf(asked, 0).signal?.aborted).toBe(false);
    await handlers.lookUpMany(message(), popup);
    expect([0, 1, 2].map((at) => optionsOf(asked, at).signal?.aborted)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("a list can be stopped by the very next message, but only from its own page", async () => {
    const { handlers, asked } = worker();
    const answers = handlers.lookUpMany(message(), popup);
    await handlers.stopLookUps({}, panel);
    const stopped = handlers.lookUpMany(message(), panel);
    void handlers.stopLookUps({}, panel);
    await Promise.all([answers, stopped]);
    expect([0, 1].map((at) => optionsOf(asked, at).signal?.aborted)).toEqual([false, true]);
  });

  test("identifies a page by URL and tab if the browser reports no document", async () => {
    const { handlers, asked } = worker();
    const page = (id: number, url = "a") => ({ url, tab: { id, incognito: false } });
    await handlers.lookUpMany(message(), page(1));
    for (const other of [page(2), page(1, "b"), page(1)])
      await handlers.lookUpMany(message(), other);
    const ended = [0, 1, 2, 3].map((at) => optionsOf(asked, at).signal?.aborted);
    expect(ended).toEqual([true, false, false, false]);
  });

  test("a newer search aborts the previous one, but not a list", async () => {
    const { handlers, asked } = worker();
    await handlers.lookUpMany(message(), popup);
    expect(await handlers.search({ text: "a" }, popup)).toEqual({
      state: "found",
      zone: { id: "acme" },
    });
    await handlers.search({ text: "ad", after: { cursor: "cursor", zoneId: "acme" } }, popup);
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

  test("doesn't continue a list from another zone: its cursor means nothing here", async () => {
    const { handlers, asked } = worker();
    const after = { cursor: "cursor", zoneId: "former" };
    expect(await handlers.search({ text: "ad", after }, popup)).toEqual({
      state: "failed",
      failure: { why: "aborted" },
    });
    expect(asked).toEqual([]);
  });

  test("doesn't request what belongs to a person in another zone than theirs, which doesn't know it", async () => {
    const { handlers, asked } = worker();
    const aborted = { state: "failed", failure: { why: "aborted" } };
    const owner = { owner: "u1", zoneId: "former" };
    expect(await handlers.inspectSessions(owner, popup)).toEqual(aborted);
    expect(await handlers.inspectGrants(owner, popup)).toEqual(aborted);
    expect(await handlers.suggest({ query: ada, zoneId: "former" }, popup)).toEqual(aborted);
    const things = [{ kind: "resources", id: "r1" } as const];
    expect(await handlers.inspectNames({ things, zoneId: "former" }, popup)).toEqual([
      { kind: "resources", id: "r1", why: "aborted" },
    ]);
    expect(asked).toEqual([]);
  });

  test("other zones, and what belongs to a person, are passed to the directory", async () => {
    const { handlers, asked } = worker();
    expect(await handlers.lookElsewhere({ query: ada, zoneId: "acme" }, popup)).toBe("elsewhere");
    expect(await handlers.inspectSessions({ owner: "u1", zoneId: "acme" }, popup)).toBe("sessions");
    expect(await handlers.inspectGrants({ owner: "u1", zoneId: "acme" }, popup)).toBe("grants");
    expect(asked).toEqual([
      ["elsewhere", ada, "acme"],
      ["sessions", "u1"],
      ["grants", "u1"],
    ]);
  });
});

test("suggestions are passed to the directory, and nothing from a private window is kept", async () => {
  const { handlers, asked } = worker();
  const wish = { query: ada, zoneId: "acme" };
  expect(await handlers.suggest(wish, popup)).toEqual({ state: "searched" });
  await handlers.suggest(wish, inTab(true));
  expect(asked).toEqual([
    ["suggest", ada, { isPrivate: false }],
    ["suggest", ada, { isPrivate: true }],
  ]);
});

test("a search that an extension page requests opens in the popup", async () => {
  const { handlers, browser, opened } = worker();
  await handlers.openSearch({ text: "nobody" }, popup);
  expect(opened).toEqual(["popup"]);
  expect(await takeForPopup(browser.storage.session)).toEqual({ kind: "search", text: "nobody" });
});

describe("what popup and side panel show", () => {
  test("is returned once; the last person and the pinned one, each time", async () => {
    const { handlers, browser } = worker();
    const { session } = browser.storage;
    const left = { kind: "query", query: ada } as const;
    await leaveForPopup(session, left);
    await rememberInspected(session, bob);
    expect(await handlers.takeInspection({}, popup)).toEqual(left);
    expect(await handlers.takeInspection({}, popup)).toBeUndefined();
    expect(await handlers.lastInspected({}, panel)).toEqual(bob);
    await handlers.inspect({ query: ada }, panel);
    expect(await handlers.lastInspected({}, panel)).toEqual(ada);
    await handlers.pinInspected({ query: ada }, panel);
    expect(await handlers.pinnedInspected({}, panel)).toEqual(ada);
    await handlers.pinInspected({ query: null }, panel);
    expect(await handlers.pinnedInspected({}, panel)).toBeUndefined();
  });

  test("is what was last searched for in the active tab, unless it was opened for someone", async () => {
    const fake = worker();
    const { handlers, browser } = fake;
    fake.tab(7, "https://tickets.example/1", { active: true, inFocusedWindow: true });
    await handlers.rememberSearch({ text: "ada" }, popup);
    const again = { kind: "search", text: "ada" };
    expect(await handlers.takeInspection({}, popup)).toEqual(again);
    await leaveForPopup(browser.storage.session, { kind: "query", query: bob });
    expect(await handlers.takeInspection({}, popup)).toEqual({ kind: "query", query: bob });
    // Each time, until it is cleared.
    expect(await handlers.takeInspection({}, popup)).toEqual(again);
    // The popup in a tab of its own keeps its search itself.
    expect(await handlers.takeInspection({}, inTab(false))).toBeUndefined();
    await handlers.rememberSearch({ text: "bob" }, inTab(false));
    expect(await handlers.takeInspection({}, popup)).toEqual(again);
    const narrowed = { kind: "roles", value: "admin", name: "admin" } as const;
    await handlers.rememberSearch({ text: "", narrowed }, popup);
    expect(await handlers.takeInspection({}, popup)).toEqual({
      kind: "search",
      text: "",
      narrowed,
    });
    await handlers.rememberSearch({ text: "" }, popup);
    expect(await handlers.takeInspection({}, popup)).toBeUndefined();
  });

  test("is the selected text in the active tab, once, before what was searched for there", async () => {
    const fake = worker();
    const { handlers } = fake;
    const select = (text: string) => {
      const selection = { toString: () => text };
      class Field {}
      const frame = {
        document: { activeElement: null },
        HTMLInputElement: Field,
        HTMLTextAreaElement: Field,
        getSelection: () => selection,
      };
      const place = { active: true, inFocusedWindow: true, frames: { 0: frame } };
      fake.tab(7, "https://tickets.example/1", place);
    };
    const taken = () => handlers.takeInspection({}, popup);
    select("ada");
    expect(await taken()).toEqual({ kind: "search", text: "ada" });
    await handlers.rememberSearch({ text: "grace" }, popup);
    // It is still selected in the page.
    expect(await taken()).toEqual({ kind: "search", text: "grace" });
    select("");
    expect(await taken()).toEqual({ kind: "search", text: "grace" });
    select("alan");
    expect(await taken()).toEqual({ kind: "search", text: "alan" });
    expect(await handlers.takeInspection({}, inTab(false))).toBeUndefined();
  });

  test("is also the selected text in a private window, of which nothing is kept", async () => {
    const fake = worker();
    const { handlers, browser } = fake;
    const frame = {
      document: { activeElement: null },
      HTMLInputElement: class {},
      HTMLTextAreaElement: class {},
      getSelection: () => ({ toString: () => "ada" }),
    };
    const place = { active: true, inFocusedWindow: true, frames: { 0: frame } };
    fake.state.frontIsPrivate = true;
    fake.tab(7, "https://tickets.example/1", place);
    expect(await handlers.takeInspection({}, popup)).toEqual({ kind: "search", text: "ada" });
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  test("recents come with their cached answers, without a request", async () => {
    const { handlers, asked } = worker();
    await handlers.rememberRecent({ query: ada, name: "Ada" }, popup);
    await handlers.rememberRecent({ query: bob, name: "Bob" }, popup);
    expect(await handlers.recents({}, popup)).toEqual([
      { query: bob, name: "Bob", answer: absent },
      { query: ada, name: "Ada" },
    ]);
    expect(asked).toEqual([]);
  });

  test("recents are available without a key too", async () => {
    const { handlers } = worker({ connected: false });
    await handlers.rememberRecent({ query: bob, name: "Bob" }, popup);
    expect(await handlers.recents({}, popup)).toEqual([{ query: bob, name: "Bob" }]);
  });

  test("recents are cleared on request", async () => {
    const { handlers } = worker();
    await handlers.rememberRecent({ query: ada, name: "Ada" }, popup);
    await handlers.forgetRecents({}, popup);
    expect(await handlers.recents({}, popup)).toEqual([]);
  });
});

test("finds a text's mentions with the patterns of the settings", async () => {
  const { handlers, settings } = worker();
  await settings.change({ subjects: ["emp-{digit:6}"] });
  const message = { type: "find-mentions", text: "emp-123456, ada@example.com" } as const;
  expect(await handlers.findMentions(message, popup)).toMatchObject({
    listed: [{ kind: "subject" }, ada],
  });
});

test("returns the underlines of the active tab and who is mentioned there", async () => {
  const fake = worker();
  const { handlers } = fake;
  const origin = "https://tickets.example";
  fake.tab(7, `${origin}/1`, {
    active: true,
    frames: {
      0: {
        ...frameOf(origin),
        keycardLookupMarks: { state: () => ({ count: 2, lines: "all" }) },
        keycardLookupList: {
          find: () => ({ mentions: [{ query: ada, count: 1 }], more: false }),
          show: (...asked: unknown[]) => JSON.stringify(asked) === JSON.stringify([ada, 1]),
        },
      },
    },
  });
  await fake.grant(`${origin}/*`);
  await handlers.switchMarks({ pattern: `${origin}/*`, on: true }, popup);
  expect(await handlers.tabMarks({}, popup)).toMatchObject({ found: { count: 2 } });
  expect(await handlers.tabMentions({}, popup)).toMatchObject({
    ok: true,
  });
  const show = { type: "show-in-tab", query: ada, frameId: 0, nth: 1 } as const;
  expect(await handlers.showInTab(show, popup)).toBe(true);
  await settled();
});

test("returns the organization's settings, and what support sees", async () => {
  const { handlers, settings } = worker();
  await settings.takePolicy(async () => ({ zone: "acme" }));
  expect(await handlers.policy({}, popup)).toEqual({
    policy: { zone: "acme" },
    warnings: [],
  });
  expect(await handlers.diagnostics({}, popup)).toMatchObject({
    policy: { keys: ["zone"] },
  });
});

test("also answers scripts in pages", async () => {
  const { handlers, grant } = worker();
  await grant("https://tickets.example/*");
  const sender = { origin: "https://tickets.example", tab: { id: 7, incognito: false } };
  expect(await handlers.isSiteOn({}, sender)).toBe(true);
});
