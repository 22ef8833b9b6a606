import { describe, expect, test } from "vitest";
import { type FakeBrowser, fakeBrowser, settled } from "./fake-browser.ts";
import { frameOf } from "./fake-frames.ts";
import { followSites, forgetMarks, startInAllTabs, startInTabsOnce, syncSites } from "./sites.ts";

const TICKETS = "https://tickets.example/*";
const CHAT = "https://chat.example/*";
const PAGE = "/content-scripts/page.js";
const MARKS = "/page-mentions.js /page-look.js /page-behind.js /page-marks.js";

const marksOf = async ({ settings }: FakeBrowser) => (await settings.current()).marks;

/** Sets where mentions are underlined. */
const underline = ({ settings }: FakeBrowser, ...marks: string[]) => settings.change({ marks });

/** Tabs of two sites. */
function withTabs(): FakeBrowser {
  const fake = fakeBrowser();
  fake.tab(1, "https://tickets.example/1");
  fake.tab(2, "https://chat.example/");
  return fake;
}

describe("when a site is enabled", () => {
  test("the script is registered for it, and then injected only into its open pages", async () => {
    const fake = withTabs();
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    expect(fake.registered.get("page")?.matches).toEqual([TICKETS]);
    expect(fake.done).toEqual(["register page", `put 1:all ${PAGE}`]);
  });

  test("pages of sites that were already enabled aren't touched again", async () => {
    const fake = withTabs();
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    fake.done.length = 0;
    await fake.grant(CHAT);
    expect(fake.registered.get("page")?.matches).toEqual([TICKETS, CHAT]);
    expect(fake.done).toEqual(["update page", `put 2:all ${PAGE}`]);
  });

  test("where mentions are underlined, each page is asked about its own site", async () => {
    const fake = withTabs();
    await fake.grant(CHAT);
    await underline(fake, CHAT);
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    expect(fake.registered.get("marks")?.matches).toEqual([CHAT]);
    expect(fake.done.at(-1)).toBe(`put 1:all ${PAGE} ${MARKS}`);
  });

  test("a permission without a site injects nothing into any page", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS);
    followSites(fake.browser, fake.settings);
    await fake.events.onAdded.fire({});
    expect(fake.done).toEqual(["register page"]);
  });

  test("a page that was closed meanwhile, or doesn't allow scripts, doesn't affect the others", async () => {
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

  test("a site that the organization has turned off is excluded, and gets no script", async () => {
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

describe("when a site is disabled", () => {
  test("its registration and its marks are removed, and then each page asks", async () => {
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

  test("with the last site, all registrations are removed", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS);
    await underline(fake, TICKETS);
    followSites(fake.browser, fake.settings);
    await syncSites(fake.browser, fake.settings);
    await fake.takeBack(TICKETS);
    expect(fake.registered.size).toBe(0);
    expect(await marksOf(fake)).toEqual([]);
  });

  test("a restarted worker follows as before", async () => {
    const fake = withTabs();
    followSites(fake.browser, fake.settings);
    await fake.grant(TICKETS);
    fake.stopWorker();
    followSites(fake.browser, fake.settings);
    await fake.takeBack(TICKETS);
    expect(fake.registered.size).toBe(0);
  });
});

describe("the marks of a disabled site", () => {
  test("are kept if a broader permission still includes it", async () => {
    const fake = fakeBrowser();
    await underline(fake, TICKETS, CHAT);
    await fake.grant("https://*.example/*");
    await forgetMarks(fake.browser, fake.settings);
    expect(await marksOf(fake)).toEqual([TICKETS, CHAT]);
  });

  test("aren't written if there are none to remove", async () => {
    const fake = fakeBrowser();
    await fake.grant(TICKETS);
    await forgetMarks(fake.browser, fake.settings);
    expect(await fake.browser.storage.local.get(null)).toEqual({});
  });
});

describe("registering", () => {
  test("registers the script once if called twice at the same time", async () => {
    const fake = fakeBrowser();
    await fake.grant(TICKETS);
    await Promise.all([
      syncSites(fake.browser, fake.settings),
      syncSites(fake.browser, fake.settings),
    ]);
    expect(fake.done).toEqual(["register page", "update page"]);
  });

  test("reports a registration that the browser refuses, and continues with the next", async () => {
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

describe("when a session of the extension starts", () => {
  test("scripts are registered, and old cards removed from open pages before they get the script", async () => {
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

  test("marks of sites that were disabled meanwhile are removed", async () => {
    const fake = fakeBrowser();
    await fake.grant(CHAT);
    await underline(fake, TICKETS, CHAT);
    await startInTabsOnce(fake.browser, fake.settings);
    expect(await marksOf(fake)).toEqual([CHAT]);
    expect(fake.registered.get("marks")?.matches).toEqual([CHAT]);
  });

  test("a restarted worker of the same session touches no page; one of the next session does", async () => {
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

  test("no page is touched if the browser refuses the registration", async () => {
    const fake = withTabs();
    await fake.grant(TICKETS);
    fake.browser.scripting.registerContentScripts = async () => {
      await settled();
      throw new Error("refused");
    };
    await expect(startInTabsOnce(fake.browser, fake.settings)).rejects.toThrow("refused");
    expect(fake.done).toEqual([]);
  });

  test("a worker that is stopped on the way leaves the rest to the next one", async () => {
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

  test("without an enabled site, no tabs are queried", async () => {
    const fake = withTabs();
    fake.browser.tabs.query = () => Promise.reject(new Error("not asked for here"));
    await startInTabsOnce(fake.browser, fake.settings);
    expect(fake.done).toEqual([]);
  });
});

test("pages of private windows get the script if the user has allowed the extension there", async () => {
  const fake = fakeBrowser();
  fake.tab(1, "https://tickets.example/1", { incognito: true });
  await fake.grant(TICKETS);
  await startInAllTabs(fake.browser, fake.settings);
  expect(fake.done).toEqual([`put 1:all ${PAGE}`]);
});
