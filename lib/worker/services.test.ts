import { describe, expect, test, vi } from "vitest";
import type { CardPort } from "../cards/card-port.ts";
import type { ToCardMessage } from "../contract/card-port.ts";
import { NEWS } from "../contract/news.ts";
import { offerCredential } from "../credentials/offer.ts";
import { lastInspected, pinInspected, rememberInspected } from "../inspected/inspections.ts";
import { readRecents, rememberRecent } from "../inspected/recents.ts";
import { rememberSearched, searchedOver } from "../inspected/searched.ts";
import type { Credential } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import { PAGE_LOOKS } from "../tab-budget.ts";
import { settled } from "./fake-browser.ts";
import { ADA, acmeApi, fakeParts, NOW } from "./fake-parts.ts";
import { createPageHandlers } from "./page-handlers.ts";
import { createServices } from "./services.ts";

const API = "https://api.keycard.ai";
const KEY: Credential = { kind: "api-key", key: "kc_live_0123456789" };
const ACCOUNT: Credential = {
  kind: "service-account",
  clientId: "c1",
  clientSecret: "s3cret-0123456789",
};
const ada: Query = { kind: "id", value: ADA.id };
const TAB = 7;

type World = ReturnType<typeof fakeParts>;

/** A worker with a key, a zone, and access to the API. */
async function connected(world: World = fakeParts(), credential: Credential = KEY) {
  await world.fake.grant(`${API}/*`);
  const services = createServices(world.parts);
  await offerCredential(world.fake.browser.storage.session, credential, { way: "session" });
  await services.connections.connect();
  await services.connections.chooseZone("acme");
  world.api.calls.length = 0;
  return { ...world, services, session: world.fake.browser.storage.session };
}

async function lookUp({ directories }: ReturnType<typeof createServices>, query = ada) {
  const known = await directories.current();
  return known.ok ? known.directory.lookUp(query, { fresh: true }) : known.failure;
}

describe("requests to the API", () => {
  test("go to the one origin of the build, with the key", async () => {
    const { services, api } = await connected();
    expect(await lookUp(services)).toMatchObject({ state: "found" });
    expect(api.calls.map(({ url }) => url.origin)).toEqual(api.calls.map(() => API));
    expect(api.calls[0]?.headers.get("authorization")).toBe(`Bearer ${KEY.key}`);
  });

  test("aren't sent if the browser doesn't let the extension access the API", async () => {
    const { services, api, fake } = await connected();
    await fake.takeBack(`${API}/*`);
    expect(await lookUp(services)).toMatchObject({ failure: { why: "notAllowed" } });
    expect(api.calls).toEqual([]);
    expect(await services.failures.read()).toMatchObject([{ count: 1 }]);
  });

  test("are sent even if the browser says that it is offline: that only explains why no reply came", async () => {
    let isLost = false;
    const world = fakeParts((call, before) =>
      isLost ? Promise.reject(new TypeError("Failed to fetch")) : acmeApi(call, before),
    );
    const { services, clock } = await connected(world);
    clock.isOnline = false;
    expect(await lookUp(services)).toMatchObject({ state: "found" });
    isLost = true;
    for (let n = 0; n < 6; n++)
      expect(await lookUp(services)).toMatchObject({ failure: { why: "offline" } });
    isLost = false;
    expect(await lookUp(services)).toMatchObject({ state: "found" });
  });

  test("wait as long as the API wants no requests, also in a restarted worker", async () => {
    let limited = false;
    const world = fakeParts((call, before) =>
      limited
        ? new Response("", { status: 429, headers: { "retry-after": "60" } })
        : acmeApi(call, before),
    );
    const { services, api, clock } = await connected(world);
    limited = true;
    expect(await lookUp(services)).toMatchObject({ failure: { why: "limited" } });
    const asked = api.calls.length;
    expect(asked).toBeGreaterThan(0);
    limited = false;
    const next = createServices(world.parts);
    expect(await lookUp(next)).toMatchObject({ failure: { why: "limited" } });
    expect(api.calls).toHaveLength(asked);
    clock.now += 61_000;
    expect(await lookUp(next)).toMatchObject({ state: "found" });
  });

  test("aren't blocked by an unreadable stored limit", async () => {
    const { services, session } = await connected();
    for (const limit of ["later", { saidAt: NOW }, { saidAt: NOW, forMs: "long" }]) {
      await session.set({ limit });
      expect(await lookUp(services)).toMatchObject({ state: "found" });
    }
  });

  test("aren't blocked by a clock that was set back", async () => {
    const { services, clock } = await connected();
    expect(await lookUp(services)).toMatchObject({ state: "found" });
    clock.now -= 6 * 3_600_000;
    for (let n = 0; n < 30; n++)
      expect(await lookUp(services)).toMatchObject({ state: "found", asOf: clock.now });
  });
});

describe("names for what a card's answer refers to by ID", () => {
  const provider = { id: "p1", name: "Okta" };

  const AGENT = { role_identifier: "agent", scope: null };

  /**
   * A worker whose API names a provider, and what a card is told about Ada in each look.
   *
   * @param listed additional fields of her list entry
   */
  async function named(listed: object = { role_assignments: [] }) {
    const world = await connected(
      fakeParts((call, before) => {
        if (call.url.pathname === "/zones/acme/providers/p1") return Response.json(provider);
        if (call.url.pathname === `/zones/acme/users/${ADA.id}`)
          return Response.json({ ...ADA, role_assignments: [AGENT] });
        if (call.url.pathname !== "/zones/acme/users") return acmeApi(call, before);
        const items = [{ ...ADA, provider_id: "p1", ...listed }];
        return Response.json({ items, pagination: {} });
      }),
    );
    const { cards } = world.services;
    const told: ToCardMessage[] = [];
    async function look(tabId: number, isPrivate: boolean) {
      told.length = 0;
      const ticket = await cards.issueTicket(tabId, 1);
      let hear: (message: unknown) => void = () => undefined;
      const port: CardPort = {
        name: `card#${ticket}`,
        sender: { tab: { id: tabId }, frameId: 3 },
        postMessage: (message) => {
          told.push(message);
          if (message.type === "begin") hear({ type: "painted", look: message.look });
        },
        disconnect: () => undefined,
        onMessage: {
          addListener(listener) {
            hear = listener;
          },
        },
        onDisconnect: { addListener: () => undefined },
      };
      await cards.attach(port);
      await cards.fill(tabId, { query: ada, pinned: false, expanded: false, isPrivate }, false);
      await vi.waitFor(() => expect(told.map(({ type }) => type)).toContain("names"));
      return told.map(({ type }) => type);
    }
    const asked = () => world.api.calls.splice(0).map(({ url }) => url.pathname);
    return { look, asked, told };
  }

  test("are requested once, after the answer, and sent before the next one", async () => {
    const { look, asked, told } = await named();
    expect(await look(7, false)).toEqual(["begin", "answer", "names"]);
    expect(told.at(-1)).toMatchObject({ names: [{ kind: "providers", ...provider }] });
    expect(asked()).toEqual(["/zones/acme/users", "/zones/acme/providers/p1"]);
    expect(await look(8, true)).toEqual(["begin", "names", "answer"]);
    expect(asked()).toEqual([]);
  });

  test("are followed by roles that it doesn't report, from the user's record", async () => {
    const { look, asked, told } = await named({});
    await look(7, false);
    await vi.waitFor(() => expect(told.filter(({ type }) => type === "answer")).toHaveLength(2));
    expect(told.findLast(({ type }) => type === "answer")).toMatchObject({
      answer: { users: [{ id: ADA.id, provider_id: "p1", role_assignments: [AGENT] }] },
    });
    expect(asked().filter((path) => path.includes("/users"))).toEqual([
      "/zones/acme/users",
      `/zones/acme/users/${ADA.id}`,
    ]);
  });

  test("aren't kept for a private window", async () => {
    const { look, asked } = await named();
    expect(await look(7, true)).toEqual(["begin", "answer", "names"]);
    expect(await look(8, true)).toEqual(["begin", "answer", "names"]);
    expect(asked().filter((path) => path.endsWith("/p1"))).toHaveLength(2);
  });
});

describe("the token of a service account", () => {
  const exchanges = ({ api }: World) => api.calls.filter(({ method }) => method === "POST").length;

  test("is stored for later workers, which don't exchange again", async () => {
    const world = await connected(fakeParts(), ACCOUNT);
    await lookUp(world.services);
    const { token } = await world.session.get("token");
    expect(token).toMatchObject({ token: expect.stringMatching(/^token/) });
    world.api.calls.length = 0;
    await lookUp(createServices(world.parts));
    expect(exchanges(world)).toBe(0);
    expect(world.api.calls[0]?.headers.get("authorization")).toBe(
      `Bearer ${(token as { token: string }).token}`,
    );
  });

  test("isn't stored while the account is being tested: a wrong secret would reuse the old token", async () => {
    const world = fakeParts();
    await world.fake.grant(`${API}/*`);
    const { session } = world.fake.browser.storage;
    const { connections } = createServices(world.parts);
    await session.set({ token: "of the account before" });
    await offerCredential(session, ACCOUNT, { way: "session" });
    await connections.connect();
    expect(exchanges(world)).toBe(1);
    expect(await session.get("token")).toEqual({});
  });

  test.each([
    ["forgotten", undefined],
    ["another", { ...ACCOUNT, clientSecret: "another-0123456789" }],
  ])("isn't stored if the key is %s by the time it arrives", async (_, next) => {
    let release: (() => void) | undefined;
    let held = false;
    const world = fakeParts(async (call, before) => {
      if (held && call.method === "POST")
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      return acmeApi(call, before);
    });
    const { services, session } = await connected(world, ACCOUNT);
    await session.remove("token");
    held = true;
    const late = lookUp(createServices(world.parts));
    while (!release) await settled();
    held = false;
    if (next) {
      await offerCredential(session, next, { way: "session" });
      await services.connections.connect();
    } else await services.connections.forgetKey();
    release();
    await late;
    expect(await session.get("token")).toEqual({});
  });
});

describe("another zone or key", () => {
  test("starts over: no recents, no cached answers, and open pages are told when", async () => {
    const { services, session, clock } = await connected();
    await lookUp(services);
    await rememberRecent(session, { query: ada, name: ADA.email });
    expect(Object.keys(await session.get(null))).toContainEqual(expect.stringMatching(/^answer/));
    clock.now = NOW + 5_000;
    await services.connections.chooseZone("acme");
    expect(await readRecents(session)).toEqual([]);
    const kept = await session.get(null);
    expect(Object.keys(kept).filter((key) => key.startsWith("answer"))).toEqual([]);
    expect(kept[NEWS.connection]).toBe(NOW + 5_000);
    // What popup and side panel are about isn't cleared: they ask again.
    await rememberInspected(session, ada);
    await services.connections.chooseZone("acme");
    expect(await lastInspected(session)).toEqual(ada);
  });
});

describe("when the key is removed", () => {
  test("no one is shown any more: cards close in all tabs, whether they listen or not", async () => {
    const { services, session, fake } = await connected();
    for (const id of [7, 8, 9]) await services.cards.issueTicket(id, 1);
    fake.tab(7, "https://tickets.example/1");
    // It doesn't wait for a page that hangs.
    fake.tab(9, "https://tickets.example/2", { hangs: true });
    await rememberRecent(session, { query: ada, name: ADA.email });
    await rememberInspected(session, ada);
    await pinInspected(session, ada);
    await rememberSearched(session, 7, ADA.email);
    await services.connections.forgetKey();
    expect(fake.told).toEqual([
      { tabId: 7, frameId: 0, message: { type: "closeCard" } },
      { tabId: 9, frameId: 0, message: { type: "closeCard" } },
    ]);
    expect(await readRecents(session)).toEqual([]);
    expect(await searchedOver(session, 7)).toBeUndefined();
    expect(JSON.stringify(await session.get(null))).not.toContain(ADA.id);
  });
});

describe("a key with a passphrase", () => {
  test("is locked after the set time, or the default", async () => {
    const { parts, fake } = fakeParts();
    const { session } = fake.browser.storage;
    const { connections, settings } = createServices(parts);
    await session.set({
      credential: { way: "passphrase", credential: KEY },
      "credential.last-use": NOW,
    });
    expect(await connections.lockIfIdle()).toBe(NOW + 15 * 60_000);
    await settings.change({ lockAfterMin: 5 });
    expect(await connections.lockIfIdle()).toBe(NOW + 5 * 60_000);
  });
});

describe("a card", () => {
  /** The frame of the tab's card, connected. @returns what it receives, and a function to send something for it */
  async function card({ cards }: ReturnType<typeof createServices>) {
    const heard: ToCardMessage[] = [];
    const listeners: ((message: unknown) => void)[] = [];
    const port: CardPort = {
      name: `card#${await cards.issueTicket(TAB, 1)}`,
      sender: { tab: { id: TAB }, frameId: 3, documentId: "card" },
      postMessage: (message) => void heard.push(message),
      disconnect: () => undefined,
      onMessage: { addListener: (listener) => void listeners.push(listener) },
      onDisconnect: { addListener: () => undefined },
    };
    await cards.attach(port);
    const say = (message: object) => {
      for (const listener of listeners) listener(message);
    };
    return { heard, say };
  }

  /** Shows someone in it. @returns once it has received the answer */
  async function show(
    world: Awaited<ReturnType<typeof connected>>,
    query: Query,
    isPrivate = false,
  ) {
    const { heard, say } = await card(world.services);
    const shown = world.services.cards.fill(
      TAB,
      { query, pinned: false, expanded: false, isPrivate },
      false,
    );
    while (!heard.some(({ type }) => type === "answer")) await settled();
    say({ type: "painted", look: 1 });
    expect(await shown).toBe(true);
    return { heard, say };
  }

  test("shows the answer, and names the zone and the console", async () => {
    const world = await connected();
    await world.services.settings.change({
      consoleUrl: "https://console.example/{user_id}",
    });
    const { heard } = await show(world, ada);
    expect(heard).toMatchObject([
      {
        type: "begin",
        zone: { id: "acme", name: "Acme" },
        consoleUrl: "https://console.example/{user_id}",
      },
      { type: "answer", answer: { state: "found" } },
    ]);
  });

  test("reads the settings once in the worker's life, and not again for the next person", async () => {
    const world = await connected();
    const { parts, fake } = world;
    const { local } = fake.browser.storage;
    const services = createServices(parts);
    const { heard, say } = await card(services);
    const { fillCard } = createPageHandlers(fake.browser, services);
    const sender = { origin: "https://tickets.example", tab: { id: TAB, incognito: false } };
    const fill = async (query: Query, look: number) => {
      const filled = fillCard({ query, pinned: false, expanded: false, again: false }, sender);
      await expect.poll(() => heard.filter(({ type }) => type === "answer")).toHaveLength(look);
      say({ type: "painted", look });
      await filled;
    };
    const get = vi.spyOn(local, "get");
    await fill(ada, 1);
    expect(get.mock.calls).toEqual([["settings"], ["policy"]]);
    get.mockClear();
    await fill({ kind: "email", value: "bob@example.com" }, 2);
    expect(get).not.toHaveBeenCalled();
  });

  test("is followed by the side panel, unless it is in a private window, of which nothing is kept", async () => {
    const world = await connected();
    const { session } = world;
    await show(world, ada, true);
    await world.services.cards.show(TAB);
    expect(await lastInspected(session)).toBeUndefined();
    expect(Object.keys(await session.get(null)).filter((key) => key.startsWith("answer"))).toEqual(
      [],
    );
    await show(world, ada);
    // It is filled before it is visible.
    expect(await lastInspected(session)).toBeUndefined();
    await world.services.cards.show(TAB);
    expect(await lastInspected(session)).toEqual(ada);
  });

  test("says that there is no key, and names neither zone nor console", async () => {
    const world = fakeParts();
    const services = createServices(world.parts);
    const { session } = world.fake.browser.storage;
    const { heard } = await show({ ...world, services, session }, ada);
    expect(heard[0]).toEqual({
      type: "begin",
      look: 1,
      query: ada,
      pinned: false,
      expanded: false,
    });
    expect(heard[1]).toMatchObject({ answer: { state: "failed", failure: { why: "noKey" } } });
  });

  test("has its buttons handled", async () => {
    const world = await connected();
    const { say } = await show(world, ada);
    say({ type: "openOptions" });
    say({ type: "openSidePanel" });
    await settled();
    expect(world.fake.opened).toEqual(["options"]);
    expect(world.native.opened).toEqual([TAB]);
  });

  test("searches other zones on request", async () => {
    const world = await connected();
    const { heard, say } = await show(world, ada);
    say({ type: "lookElsewhere" });
    while (heard.at(-1)?.type !== "elsewhere") await settled();
    expect(heard.at(-1)).toMatchObject({ reply: { state: "looked", found: expect.anything() } });
  });

  test("gets suggestions on request, and opens the popup for a search", async () => {
    const world = await connected();
    const { heard, say } = await show(world, ada);
    say({ type: "suggest" });
    while (heard.at(-1)?.type !== "suggestions") await settled();
    expect(heard.at(-1)).toMatchObject({ reply: { state: "searched" } });
    say({ type: "search" });
    await settled();
    expect(world.fake.opened).toEqual(["popup"]);
  });

  test("can refresh a limited number of times, and says when that was too often", async () => {
    const world = fakeParts();
    const services = createServices(world.parts);
    const { session } = world.fake.browser.storage;
    const { heard, say } = await show({ ...world, services, session }, ada);
    const answers = () => heard.filter(({ type }) => type === "answer");
    while (answers().length <= PAGE_LOOKS.perTab.burst) {
      say({ type: "refresh" });
      await settled();
    }
    const [before, last] = answers().slice(-2);
    expect(before).toMatchObject({ answer: { failure: { why: "noKey" } } });
    expect(last).toMatchObject({ answer: { failure: { why: "tooFast" } } });
  });
});
