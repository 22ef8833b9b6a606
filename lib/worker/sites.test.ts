import { describe, expect, test } from "vitest";
import { type FakeBrowser, fakeBrowser, settled } from "./fake-browser.ts";
import { frameOf } from "./fake-frames.ts";
import { followSites, forgetMarks, startInAllTabs, startInTabsOnce, syncSites } from "./sites.ts";

const TICKETS = "https://tickets.example/*";
const CHAT = "https://chat.example/*";
const PAGE = "/content-scripts/page.js";
const MARKS = "/page-mentions.js /page-look.js /page-behind.js /page-marks.js";

const marksOf = async ({ settings }: FakeBrowser) => (await settings.current()).marks;

/** Where mentions are underlined. */
const underline = ({ settings }: FakeBrowser, ...marks: string[]) => settings.change({ marks });

/** Tabs of two sites. */
function withTabs(): FakeBrowser {
  const fake = fakeBrowser();
  fake.tab(1, "https://tickets.example/1");
  fake.tab(2, "https://chat.example/");
  return fake;
}

describe("a site is let in", () => {
  test("the script is registered for it, and then put into its open pages only", async () => {
    const fake = withTabs();
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    expect(fake.registered.get("page")?.matches).toEqual([TICKETS]);
    expect(fake.done).toEqual(["register page", `put 1:all ${PAGE}`]);
  });

  test("of those that were on before no page is touched again", async () => {
    const fake = withTabs();
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    fake.done.length = 0;
    await fake.grant(CHAT);
    expect(fake.registered.get("page")?.matches).toEqual([TICKETS, CHAT]);
    expect(fake.done).toEqual(["update page", `put 2:all ${PAGE}`]);
  });

  test("where mentions are underlined, each page is asked whether they are on its own site", async () => {
    const fake = withTabs();
    await fake.grant(CHAT);
    await underline(fake, CHAT);
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    expect(fake.registered.get("marks")?.matches).toEqual([CHAT]);
    expect(fake.done.at(-1)).toBe(`put 1:all ${PAGE} ${MARKS}`);
  });

  test("a permission that is of no site puts nothing into any page", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS);
    followSites(fake.browser, fake.settings);
    await fake.events.onAdded.fire({});
    expect(fake.done).toEqual(["register page"]);
  });

  test("a page that was closed meanwhile, or lets no script in, keeps the others from nothing", async () => {
    const fake = withTabs();
    fake.tab(3, "https://tickets.example/3", { readable: false });
    fake.tab(4, "https://tickets.example/4");
    const query = fake.browser.tabs.query;
    fake.browser.tabs.query = async (wanted) => {
      const found = await query(wanted);
      fake.tabs.delete(1);
      return [{ incognito: false }, ...found];
    };
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    expect(fake.done).toEqual(["register page", `put 4:all ${PAGE}`]);
  });

  test("what the organization has switched off is excluded, and no script put into it", async () => {
    const fake = withTabs();
    const sitesOff = ["*://chat.example/*", "*://bank.example/*"];
    await fake.settings.takePolicy(async () => ({ sitesOff }));
    fake.tab(1, "https://tickets.example/1", { frames: { 3: frameOf("https://bank.example") } });
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS, CHAT);
    expect(fake.registered.get("page")?.excludeMatches).toEqual(sitesOff);
    expect(fake.done.filter((what) => what.startsWith("put"))).toEqual([`put 1:0 ${PAGE}`]);
  });
});

describe("a site is taken back", () => {
  test("nothing is registered for it, its lines are forgotten, and then each page asks", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS, CHAT);
    await underline(fake, TICKETS, CHAT);
    followSites(fake.browser, fake.settings);
    await syncSites(fake.browser, fake.settings);
    fake.done.length = 0;
    await fake.takeBack(TICKETS);
    expect(await marksOf(fake)).toEqual([CHAT]);
    expect(fake.registered.get("page")?.matches).toEqual([CHAT]);
    expect(fake.registered.get("marks")?.matches).toEqual([CHAT]);
    expect(fake.done).toEqual([
      "update page",
      "update marks",
      "tell 1 sitesChanged",
      "tell 2 sitesChanged",
    ]);
  });

  test("with the last one all registrations go", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS);
    await underline(fake, TICKETS);
    followSites(fake.browser, fake.settings);
    await syncSites(fake.browser, fake.settings);
    await fake.takeBack(TICKETS);
    expect(fake.registered.size).toBe(0);
    expect(await marksOf(fake)).toEqual([]);
  });

  test("a worker that was stopped and started again follows as before", async () => {
    const fake = withTabs();
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    fake.stopWorker();
    followSites(fake.browser, fake.settings);
    await fake.takeBack(TICKETS);
    expect(fake.registered.size).toBe(0);
  });
});

describe("lines are forgotten with their site", () => {
  test("but stay where a wider permission still takes it in", async () => {
    const fake = fakeBrowser();
    await underline(fake, TICKETS, CHAT);
    await fake.grant("https://*.example/*");
    await forgetMarks(fake.browser, fake.settings);
    expect(await marksOf(fake)).toEqual([TICKETS, CHAT]);
  });

  test("and nothing is written where none is to be forgotten", async () => {
    const fake = fakeBrowser();
    await fake.grant(TICKETS);
    await forgetMarks(fake.browser, fake.settings);
    expect(await fake.browser.storage.local.get(null)).toEqual({});
  });
});

describe("registering", () => {
  test("two at once register the script one time", async () => {
    const fake = fakeBrowser();
    await fake.grant(TICKETS);
    await Promise.all([
      syncSites(fake.browser, fake.settings),
      syncSites(fake.browser, fake.settings),
    ]);
    expect(fake.done).toEqual(["register page", "update page"]);
  });

  test("one that the browser refuses is told, and does not hold up the next", async () => {
    const fake = fakeBrowser();
    await fake.grant(TICKETS);
    const { registerContentScripts } = fake.browser.scripting;
    fake.browser.scripting.registerContentScripts = async () => {
      fake.browser.scripting.registerContentScripts = registerContentScripts;
      throw new Error("refused");
    };
    const refused = syncSites(fake.browser, fake.settings);
    const next = syncSites(fake.browser, fake.settings);
    await expect(refused).rejects.toThrow("refused");
    await next;
    expect(fake.registered.get("page")?.matches).toEqual([TICKETS]);
  });
});

describe("a session of the extension begins", () => {
  test("registrations are made, and open pages freed of old cards before they get the script", async () => {
    const fake = withTabs();
    fake.tab(5, "https://other.example/");
    const card = { src: "chrome-extension://extension/card.html#ticket" };
    const element = {
      openOrClosedShadowRoot: { querySelector: () => card },
      remove: () => left.pop(),
    };
    const left = [element];
    const document = { querySelectorAll: () => left };
    fake.tab(1, "https://tickets.example/1", { frames: { 0: { document } } });
    fake.tab(2, "https://chat.example/", {
      frames: { 0: { document: { querySelectorAll: () => [] } } },
    });
    await fake.grant(TICKETS, CHAT);
    await startInTabsOnce(fake.browser, fake.settings);
    expect(left).toEqual([]);
    const [first, ...further] = fake.done;
    expect(first).toBe("register page");
    expect(further.filter((what) => / 1:/.test(what))).toEqual(["run 1:all", `put 1:all ${PAGE}`]);
    expect(further.filter((what) => / 2:/.test(what))).toEqual(["run 2:all", `put 2:all ${PAGE}`]);
    expect(further).toHaveLength(4);
  });

  test("lines of sites that were taken back meanwhile are forgotten", async () => {
    const fake = fakeBrowser();
    await fake.grant(CHAT);
    await underline(fake, TICKETS, CHAT);
    await startInTabsOnce(fake.browser, fake.settings);
    expect(await marksOf(fake)).toEqual([CHAT]);
    expect(fake.registered.get("marks")?.matches).toEqual([CHAT]);
  });

  test("a worker that starts again in the same session touches no page; the next session's does", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS);
    await startInTabsOnce(fake.browser, fake.settings);
    fake.done.length = 0;
    fake.stopWorker();
    await startInTabsOnce(fake.browser, fake.settings);
    expect(fake.done).toEqual([]);
    await fake.browser.storage.session.remove("started");
    await startInTabsOnce(fake.browser, fake.settings);
    expect(fake.done).toContain(`put 1:all ${PAGE}`);
  });

  test("no page is touched where the browser refuses to register", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS);
    fake.browser.scripting.registerContentScripts = async () => {
      await settled();
      throw new Error("refused");
    };
    await expect(startInTabsOnce(fake.browser, fake.settings)).rejects.toThrow("refused");
    expect(fake.done).toEqual([]);
  });

  test("a worker that is stopped in the middle leaves the rest to the next one", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS);
    const { query } = fake.browser.tabs;
    fake.browser.tabs.query = () => new Promise(() => undefined);
    void startInTabsOnce(fake.browser, fake.settings);
    await settled();
    fake.stopWorker();
    fake.browser.tabs.query = query;
    await startInTabsOnce(fake.browser, fake.settings);
    expect(fake.done).toContain(`put 1:all ${PAGE}`);
  });

  test("with no site on no tab is asked for", async () => {
    const fake = withTabs();
    fake.browser.tabs.query = () => Promise.reject(new Error("not asked for here"));
    await startInTabsOnce(fake.browser, fake.settings);
    expect(fake.done).toEqual([]);
  });
});

test("pages of private windows get the script where the person has let the extension in", async () => {
  const fake = fakeBrowser();
  fake.tab(1, "https://tickets.example/1", { incognito: true });
  await fake.grant(TICKETS);
  await startInAllTabs(fake.browser, fake.settings);
  expect(fake.done).toEqual([`put 1:all ${PAGE}`]);
});
