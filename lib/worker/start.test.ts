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

/** A started worker. */
function started(world = fakeParts()) {
  startBackground(world.parts);
  const { fake } = world;
  /** Sends a message. @returns the reply; undefined if it is refused */
  const send = async (message: object, sender: object = popup) =>
    (await fake.events.onMessage.fire(message, sender as typeof page))[0];
  return { ...world, send };
}

/** A port that records what happens to it. */
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

test("registers every listener by the end of the first turn, for the event that woke the worker", () => {
  const { fake } = started();
  const heard = Object.entries(fake.events).map(([name, { listeners }]) => [
    name,
    listeners.length,
  ]);
  expect(heard.filter(([, count]) => count !== 1)).toEqual([]);
});

describe("messages", () => {
  test("of extension pages are answered", async () => {
    const { send } = started();
    expect(await send({ type: "connection" })).toEqual({ state: "no-key" });
  });

  test("that fail aren't answered, so that the sender asks again", async () => {
    const world = fakeParts();
    world.parts.browser.tabs.query = () => Promise.reject(new Error("No window"));
    expect(await started(world).send({ type: "tabMarks" })).toBeUndefined();
  });

  test("of anyone else aren't answered, nor those of an unknown shape", async () => {
    const { send } = started();
    expect(await send({ type: "connection" }, { ...popup, id: "another" })).toBeUndefined();
    expect(await send({ type: "connection" }, page)).toBeUndefined();
    expect(await send({ type: "connection", more: 1 })).toBeUndefined();
  });

  test("of a tab's pages are limited in number; closing the tab resets its count", async () => {
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

  test("find what an earlier worker has stored: its key, after it was stopped", async () => {
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
  test("of a card's frame with the tab's ticket are accepted", async () => {
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
    ["a page, with or without a ticket", "card#ticket1", page],
    ["the popup", "card#ticket1", popup],
    ["another extension", "card#ticket1", { ...cardFrame, id: "another" }],
    ["nobody", "card#ticket1", undefined],
  ])("from %s are disconnected", async (_, name, sender) => {
    const { send, fake } = started();
    await send({ type: "issueTicket", page: 1 }, page);
    const { opened, noted } = port(name, sender);
    await fake.events.onConnect.fire(opened);
    await settled();
    expect(noted).toEqual(["cut"]);
  });
});

test("nothing is remembered about the card of a closed tab", async () => {
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

test("an existing policy applies from the start", async () => {
  const world = fakeParts();
  await world.fake.grant("https://tickets.example/*");
  await world.fake.setPolicy({ sitesOff: ["*://bank.example/*"] });
  const { fake } = started(world);
  await settled();
  expect(fake.registered.get("page")?.excludeMatches).toEqual(["*://bank.example/*"]);
});

describe("open pages", () => {
  test("get their scripts from the first worker of a session, but not from the next", async () => {
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

  test("follow the sites that are enabled and disabled", async () => {
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

describe("storage is closed to pages", () => {
  test("area by area, at each start, because the browser doesn't remember it", async () => {
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

  test("even if one area doesn't have this setting, or refuses it", async () => {
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

describe("when the extension is installed or updated", () => {
  const OPTIONS = [`tab ${BASE}/options.html`];
  const install = async ({ events }: FakeBrowser, reason: string) => {
    await events.onInstalled.fire({ reason });
    await settled();
  };

  test("the menu has its items whenever the worker starts, because nothing reports that the browser has dropped them", async () => {
    const { fake } = started();
    await settled();
    const items = ["look-up-selection", "look-up", "open-side-panel"];
    expect(fake.menu.map(({ id }) => id)).toEqual(items);
    await install(fake, "update");
    expect(fake.menu.map(({ id }) => id)).toEqual(items);
  });

  test("settings of an older version are migrated", async () => {
    const world = fakeParts();
    const { local } = world.fake.browser.storage;
    await local.set({ settings: { version: 1, lockAfterMin: 15, subjects: [], marks: [] } });
    const { fake } = started(world);
    await install(fake, "update");
    expect((await local.get("settings"))["settings"]).toEqual({ version: 2 });
  });

  test("the options open the first time, and never again", async () => {
    const { fake } = started();
    await install(fake, "install");
    expect(fake.opened).toEqual(OPTIONS);
    await install(fake, "update");
    expect(fake.opened).toEqual(OPTIONS);
  });

  test("they stay closed if the organization has turned them off", async () => {
    const world = fakeParts();
    await world.fake.settings.takePolicy(async () => ({ firstRunPage: false }));
    await world.fake.setPolicy({ firstRunPage: false });
    const { fake } = started(world);
    await install(fake, "install");
    expect(fake.opened).toEqual([]);
  });

  describe("installed by an organization", () => {
    /** A browser that has installed it by policy, which it reports later. @returns a function that ends the wait */
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

    test("whose policy is awaited", async () => {
      const { fake } = await byPolicy();
      await fake.setPolicy({ zone: "acme" });
      await settled();
      expect(fake.opened).toEqual(OPTIONS);
    });

    test("that has turned the page off", async () => {
      const { fake } = await byPolicy();
      await fake.setPolicy({ firstRunPage: false });
      await settled();
      expect(fake.opened).toEqual([]);
    });

    test("without a policy, as is known after a while", async () => {
      const { fake, sleeps } = await byPolicy();
      expect(sleeps.map(([ms]) => ms)).toEqual([FIRST_RUN_WAIT_MS]);
      sleeps[0]?.[1]();
      await settled();
      expect(fake.opened).toEqual(OPTIONS);
    });
  });
});

describe("full session storage", () => {
  /** From now on, nothing can be stored except what a page lays down. */
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

  test("doesn't make an answer fail", async () => {
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

  test("doesn't make a card fail", async () => {
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

  test("keeps the key as long as the worker lives, and leaves the next one nothing outdated", async () => {
    const { send, fake } = await connected();
    expect(await send({ type: "connection" })).toMatchObject({ state: "ready" });
    expect(JSON.stringify(await fake.browser.storage.session.get(null))).not.toContain("secret");
    await send({ type: "forgetKey" });
    expect(await send({ type: "connection" })).toEqual({ state: "no-key" });
  });
});
