import { describe, expect, test, vi } from "vitest";
import { offerCredential } from "../credentials/offer.ts";
import { PAGE_MESSAGES } from "../tab-budget.ts";
import { type FakeBrowser, settled } from "./fake-browser.ts";
import { ADA, fakeParts, NOW } from "./fake-parts.ts";
import { FIRST_RUN_WAIT_MS, startBackground } from "./start.ts";

const TAB = 7;
const BASE = "chrome-extension://extension";
const popup = { id: "extension", url: `${BASE}/popup.html` };
const page = {
  id: "extension",
  url: "https://tickets.example/1",
  origin: "https://tickets.example",
  frameId: 0,
  tab: { id: TAB, incognito: false },
};
const cardFrame = { ...page, url: `${BASE}/card.html`, frameId: 3 };

/** The worker, started. */
function started(world = fakeParts()) {
  startBackground(world.parts);
  const { fake } = world;
  /** What a message is answered; undefined when it is refused. */
  const send = async (message: object, sender: object = popup) =>
    (await fake.events.onMessage.fire(message, sender as typeof page))[0];
  return { ...world, send };
}

/** A port that notes what becomes of it. */
function port(name: string, sender: object | undefined) {
  const noted: string[] = [];
  const opened = {
    name,
    ...(sender && { sender: sender as typeof page }),
    disconnect: () => void noted.push("cut"),
    postMessage: ({ type }: { type: string }) => void noted.push(type),
    onMessage: { addListener: () => undefined },
    onDisconnect: { addListener: () => undefined },
  };
  return { opened, noted };
}

test("every listener is there by the end of the first turn, for the event that woke the worker", () => {
  const { fake } = started();
  const heard = Object.entries(fake.events).map(([name, { listeners }]) => [
    name,
    listeners.length,
  ]);
  expect(heard.filter(([, count]) => count !== 1)).toEqual([]);
});

describe("messages", () => {
  test("of the extension's pages are answered", async () => {
    const { send } = started();
    expect(await send({ type: "connection" })).toEqual({ state: "no-key" });
  });

  test("that fail are not answered either: whoever asks, asks again", async () => {
    const world = fakeParts();
    world.parts.browser.tabs.query = () => Promise.reject(new Error("No window"));
    expect(await started(world).send({ type: "tabMarks" })).toBeUndefined();
  });

  test("of anybody else are not, and none is of a shape that is not known", async () => {
    const { send } = started();
    expect(await send({ type: "connection" }, { ...popup, id: "another" })).toBeUndefined();
    expect(await send({ type: "connection" }, page)).toBeUndefined();
    expect(await send({ type: "connection", more: 1 })).toBeUndefined();
  });

  test("of a tab's pages are heard up to so many; with the tab closed its count is forgotten", async () => {
    const { send, fake, clock } = started();
    const ask = () => send({ type: "isSiteOn" }, page);
    for (let n = 0; n < PAGE_MESSAGES.perTab.burst; n++) await ask();
    expect(await ask()).toBeUndefined();
    expect(await send({ type: "isSiteOn" }, { ...page, tab: { ...page.tab, id: 8 } })).toBe(false);
    await fake.events.onTabRemoved.fire(TAB);
    expect(await ask()).toBe(false);
    for (let n = 1; n < PAGE_MESSAGES.perTab.burst; n++) await ask();
    expect(await ask()).toBeUndefined();
    clock.elapsed += 1_000;
    expect(await ask()).toBe(false);
  });

  test("find what the worker before has left: its key, after it was stopped", async () => {
    const world = fakeParts();
    await world.fake.grant("https://api.keycard.ai/*");
    const first = started(world);
    await offerCredential(
      world.fake.browser.storage.session,
      { kind: "api-key", key: "kc_live_0123456789" },
      { way: "session" },
    );
    expect(await first.send({ type: "connect" })).toMatchObject({ state: "connected" });
    world.fake.stopWorker();
    const next = started(world);
    expect(await next.send({ type: "connection" })).toMatchObject({
      state: "no-zone",
      keyKind: "api-key",
    });
  });
});

describe("ports", () => {
  test("of a card's frame with the tab's ticket are taken", async () => {
    const { send, fake } = started();
    const { ticket } = (await send({ type: "issueTicket", page: 1 }, page)) as { ticket: string };
    const { opened, noted } = port(`card#${ticket}`, cardFrame);
    await fake.events.onConnect.fire(opened);
    await settled();
    await send({ type: "emptyCard", hadFocus: false }, page);
    expect(noted).toEqual(["empty"]);
  });

  test.each([
    ["another ticket", "card#guess", cardFrame],
    ["a page, ticket or not", "card#ticket1", page],
    ["the popup", "card#ticket1", popup],
    ["another extension", "card#ticket1", { ...cardFrame, id: "another" }],
    ["nobody", "card#ticket1", undefined],
  ])("of %s are cut", async (_, name, sender) => {
    const { send, fake } = started();
    await send({ type: "issueTicket", page: 1 }, page);
    const { opened, noted } = port(name, sender);
    await fake.events.onConnect.fire(opened);
    await settled();
    expect(noted).toEqual(["cut"]);
  });
});

test("of a tab that is closed no card is remembered", async () => {
  const { send, fake } = started();
  const { session } = fake.browser.storage;
  await send({ type: "issueTicket", page: 1 }, page);
  expect(Object.keys(await session.get(null))).toContain(`card.${TAB}`);
  await fake.events.onTabRemoved.fire(TAB);
  await settled();
  expect(Object.keys(await session.get(null))).not.toContain(`card.${TAB}`);
});

test("a key with a passphrase is watched from the start", async () => {
  const world = fakeParts();
  await world.fake.browser.storage.session.set({
    credential: { way: "passphrase", credential: { kind: "api-key", key: "kc_live_0123456789" } },
    "credential.last-use": NOW,
  });
  const { fake } = started(world);
  await settled();
  expect(fake.alarms.get("lock")).toBe(NOW + 15 * 60_000);
});

test("a policy that is there holds from the start", async () => {
  const world = fakeParts();
  await world.fake.grant("https://tickets.example/*");
  await world.fake.setPolicy({ sitesOff: ["*://bank.example/*"] });
  const { fake } = started(world);
  await settled();
  expect(fake.registered.get("page")?.excludeMatches).toEqual(["*://bank.example/*"]);
});

describe("open pages", () => {
  test("get their scripts in the first worker of a session, not in the next", async () => {
    const world = fakeParts();
    world.fake.tab(TAB, page.url);
    await world.fake.grant("https://tickets.example/*");
    const { fake } = started(world);
    await settled();
    expect(fake.done).toContain(`put ${TAB}:all /content-scripts/page.js`);
    fake.done.length = 0;
    fake.stopWorker();
    started(world);
    await settled();
    expect(fake.done).toEqual([]);
  });

  test("follow the sites that are let in and taken back", async () => {
    const { fake } = started();
    fake.tab(TAB, page.url);
    await settled();
    await fake.grant("https://tickets.example/*");
    await fake.takeBack("https://tickets.example/*");
    expect(fake.done).toEqual([
      "register page",
      `put ${TAB}:all /content-scripts/page.js`,
      "unregister page",
      `tell ${TAB} sitesChanged`,
    ]);
  });
});

describe("what is stored is closed to pages", () => {
  test("area by area, at each start: the browser does not remember it", async () => {
    const world = fakeParts();
    started(world);
    await settled();
    const all = ["local TRUSTED_CONTEXTS", "session TRUSTED_CONTEXTS"];
    expect(world.native.closed).toEqual(all);
    world.fake.stopWorker();
    started(world);
    await settled();
    expect(world.native.closed).toEqual([...all, ...all]);
  });

  test("one that takes no such setting, or refuses, keeps the others from nothing", async () => {
    const world = fakeParts();
    const { storage } = world.native.native;
    storage.sync = storage.local ?? {};
    storage.managed = storage.session ?? {};
    storage.local = {};
    storage.session = { setAccessLevel: () => Promise.reject(new Error("not here")) };
    started(world);
    await settled();
    expect(world.native.closed).toEqual(["local TRUSTED_CONTEXTS", "session TRUSTED_CONTEXTS"]);
  });
});

describe("the extension is installed or updated", () => {
  const OPTIONS = [`tab ${BASE}/options.html`];
  const install = async ({ events }: FakeBrowser, reason: string) => {
    await events.onInstalled.fire({ reason });
    await settled();
  };

  test("the menu has its items whenever the worker starts: nobody says that the browser has dropped it", async () => {
    const { fake } = started();
    await settled();
    const items = ["look-up-selection", "look-up", "open-side-panel"];
    expect(fake.menu.map(({ id }) => id)).toEqual(items);
    await install(fake, "update");
    expect(fake.menu.map(({ id }) => id)).toEqual(items);
  });

  test("settings of an older version are taken over", async () => {
    const world = fakeParts();
    const { local } = world.fake.browser.storage;
    await local.set({ settings: { version: 1, lockAfterMin: 15, subjects: [], marks: [] } });
    const { fake } = started(world);
    await install(fake, "update");
    expect((await local.get("settings"))["settings"]).toEqual({ version: 2 });
  });

  test("the first time the options open, and never again", async () => {
    const { fake } = started();
    await install(fake, "install");
    expect(fake.opened).toEqual(OPTIONS);
    await install(fake, "update");
    expect(fake.opened).toEqual(OPTIONS);
  });

  test("they stay closed where the organization does without", async () => {
    const world = fakeParts();
    await world.fake.settings.takePolicy(async () => ({ firstRunPage: false }));
    await world.fake.setPolicy({ firstRunPage: false });
    const { fake } = started(world);
    await install(fake, "install");
    expect(fake.opened).toEqual([]);
  });

  describe("by an organization", () => {
    /** A browser that has installed it by policy, which it tells later. @returns what lets the waiting end */
    async function byPolicy() {
      const world = fakeParts();
      world.fake.state.installType = "admin";
      const sleeps: [ms: number, end: () => void][] = [];
      world.parts.sleep = (ms) => new Promise((end) => void sleeps.push([ms, end]));
      const { fake } = started(world);
      await install(fake, "install");
      expect(fake.opened).toEqual([]);
      return { fake, sleeps };
    }

    test("whose policy is waited for", async () => {
      const { fake } = await byPolicy();
      await fake.setPolicy({ zone: "acme" });
      await settled();
      expect(fake.opened).toEqual(OPTIONS);
    });

    test("that does without", async () => {
      const { fake } = await byPolicy();
      await fake.setPolicy({ firstRunPage: false });
      await settled();
      expect(fake.opened).toEqual([]);
    });

    test("that sets nothing, as is known after a while", async () => {
      const { fake, sleeps } = await byPolicy();
      expect(sleeps.map(([ms]) => ms)).toEqual([FIRST_RUN_WAIT_MS]);
      sleeps[0]?.[1]();
      await settled();
      expect(fake.opened).toEqual(OPTIONS);
    });
  });
});

describe("session storage that is full", () => {
  /** Nothing can be stored any more but what a page lays down. */
  function fill({ browser }: FakeBrowser) {
    const { session } = browser.storage;
    const set = session.set.bind(session);
    session.set = async (items) => {
      const isOffer = Object.keys(items).every((key) => key.startsWith("credential."));
      if (!isOffer || "credential.last-use" in items) throw new Error("QUOTA_BYTES quota exceeded");
      await set(items);
    };
  }

  async function connected() {
    const world = started();
    await world.fake.grant("https://api.keycard.ai/*");
    fill(world.fake);
    await offerCredential(
      world.fake.browser.storage.session,
      { kind: "service-account", clientId: "client", clientSecret: "secret-0123456789" },
      { way: "session" },
    );
    expect(await world.send({ type: "connect" })).toMatchObject({ state: "connected" });
    expect(await world.send({ type: "chooseZone", zoneId: "acme" })).toMatchObject({
      state: "chosen",
    });
    return world;
  }

  const query = { kind: "email", value: ADA.email };

  test("fails no answer", async () => {
    const { send } = await connected();
    for (let n = 0; n < 2; n++)
      expect(await send({ type: "lookUp", query })).toMatchObject({ state: "found" });
    expect(await send({ type: "lookUpMany", queries: [query] })).toMatchObject({
      answers: [{ state: "found" }],
    });
    expect(await send({ type: "search", text: ADA.email })).toMatchObject({ state: "found" });
    await send({ type: "pinInspected", query });
    expect(await send({ type: "pinnedInspected" })).toEqual(query);
    await send({ type: "rememberRecent", query, name: ADA.email });
    expect(await send({ type: "recents" })).toHaveLength(1);
    await send({ type: "turnDebugLog", on: true });
    expect(await send({ type: "debugLog" })).toMatchObject({ state: "on" });
    expect(await send({ type: "diagnostics" })).toMatchObject({ connection: "ready" });
  });

  test("fails no card", async () => {
    const { send, fake } = await connected();
    await fake.grant("https://tickets.example/*");
    for (let n = 0; n < 2; n++) {
      const { ticket } = (await send({ type: "issueTicket", page: 1 }, page)) as { ticket: string };
      const { opened, noted } = port(`card#${ticket}`, cardFrame);
      await fake.events.onConnect.fire(opened);
      await settled();
      void send({ type: "fillCard", query, pinned: false, expanded: false, again: false }, page);
      await vi.waitFor(() => expect(noted).toContain("answer"));
    }
  });

  test("holds the key as long as the worker lives, and leaves nothing to be believed by the next", async () => {
    const { send, fake } = await connected();
    expect(await send({ type: "connection" })).toMatchObject({ state: "ready" });
    expect(JSON.stringify(await fake.browser.storage.session.get(null))).not.toContain("secret");
    await send({ type: "forgetKey" });
    expect(await send({ type: "connection" })).toEqual({ state: "no-key" });
  });
});
