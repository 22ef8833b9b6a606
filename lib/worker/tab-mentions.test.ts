import { describe, expect, test } from "vitest";
import { LISTED_MAX } from "../limits.ts";
import { type FakeBrowser, fakeBrowser } from "./fake-browser.ts";
import { frameOf } from "./fake-frames.ts";
import { showInTab, tabMentions } from "./tab-mentions.ts";

const TAB = 7;
const ORIGIN = "https://tickets.example";
const email = (value: string) => ({ kind: "email", value }) as const;
const ada = email("ada@example.com");
const bob = email("bob@example.com");

/** A frame in which these are mentioned. @param found what the part that lists says */
const listing = (found: unknown) => ({
  ...frameOf(ORIGIN),
  keycardLookupList: { find: () => found },
});
const mentions = (...listed: [typeof ada, number][]) => ({
  mentions: listed.map(([query, count]) => ({ query, count })),
  more: false,
});

/** A tab in front, with frames. */
function front(
  frames: FakeBrowser["tabs"] extends Map<number, { frames: infer F }> ? F : never,
): FakeBrowser {
  const fake = fakeBrowser();
  fake.tab(TAB, `${ORIGIN}/1`, { active: true, frames });
  return fake;
}

describe("who is mentioned in the tab in front", () => {
  test("is asked of the part that lists, once it is in all frames", async () => {
    const { browser, settings, done } = front({ 0: listing(mentions([ada, 2])) });
    expect(await tabMentions(browser, settings)).toEqual({
      ok: true,
      mentions: [{ query: ada, count: 2, frames: [{ frameId: 0, count: 2 }] }],
      more: false,
    });
    expect(done).toEqual([
      `put ${TAB}:all /content-scripts/page.js /page-mentions.js /page-look.js /page-behind.js /page-list.js`,
      `run ${TAB}:all`,
    ]);
  });

  test("is added up over frames, however an address is written, the top frame's first", async () => {
    const { browser, settings } = front({
      0: listing(mentions([ada, 2])),
      3: listing(mentions([bob, 1], [email("ADA@example.com"), 3])),
    });
    const { executeScript } = browser.scripting;
    // The browser says nothing about the order of frames.
    browser.scripting.executeScript = async (script) => (await executeScript(script)).reverse();
    expect(await tabMentions(browser, settings)).toMatchObject({
      mentions: [
        {
          query: ada,
          count: 5,
          frames: [
            { frameId: 0, count: 2 },
            { frameId: 3, count: 3 },
          ],
        },
        { query: bob, count: 1, frames: [{ frameId: 3, count: 1 }] },
      ],
      more: false,
    });
  });

  test("is not what any other script of the page says, nor a frame in which the part is not", async () => {
    const { browser, settings } = front({
      0: listing({ mentions: [{ query: { kind: "html", value: "<b>" }, count: 1 }], more: false }),
      3: listing(undefined),
      4: frameOf(ORIGIN),
      5: listing(mentions([bob, 1])),
    });
    expect(await tabMentions(browser, settings)).toMatchObject({ mentions: [{ query: bob }] });
  });

  test("is cut short, and so it is said", async () => {
    const many = (from: number) =>
      mentions(
        ...Array.from(
          { length: LISTED_MAX },
          (_, n) => [email(`p${from + n}@example.com`), 1] as [typeof ada, number],
        ),
      );
    const whole = front({ 0: listing(many(0)) });
    const full = await tabMentions(whole.browser, whole.settings);
    expect(full).toMatchObject({ more: false });
    const longer = front({ 0: listing(many(0)), 3: listing(many(1)) });
    const over = await tabMentions(longer.browser, longer.settings);
    expect(over).toMatchObject({ more: true });
    expect(over.ok && over.mentions).toHaveLength(LISTED_MAX);
    expect(over.ok && over.mentions[0]?.query).toEqual(email("p0@example.com"));
  });

  test("is more where a frame says that it has more", async () => {
    const { browser, settings } = front({
      0: listing(mentions([ada, 1])),
      3: listing({ ...mentions([bob, 1]), more: true }),
    });
    expect(await tabMentions(browser, settings)).toMatchObject({ more: true });
  });

  test("is not asked of frames that the organization has switched off", async () => {
    const fake = front({
      0: listing(mentions([ada, 1])),
      3: { ...listing(mentions([bob, 1])), ...frameOf("https://bank.example") },
    });
    await fake.settings.takePolicy(async () => ({
      sitesOff: ["*://bank.example/*"],
    }));
    expect(await tabMentions(fake.browser, fake.settings)).toMatchObject({
      mentions: [{ query: ada }],
    });
    expect(fake.done).toContain(
      `put ${TAB}:0 /content-scripts/page.js /page-mentions.js /page-look.js /page-behind.js /page-list.js`,
    );
  });

  test("is not asked at all in a page that is", async () => {
    const { browser, settings, done } = front({ 0: listing(mentions([ada, 1])) });
    await settings.takePolicy(async () => ({ sitesOff: ["*://tickets.example/*"] }));
    expect(await tabMentions(browser, settings)).toEqual({ ok: false, why: "switched-off" });
    expect(done).toEqual([]);
  });

  test("cannot be read where the browser lets no script in, and without a tab", async () => {
    const fake = fakeBrowser();
    expect(await tabMentions(fake.browser, fake.settings)).toEqual({
      ok: false,
      why: "unreadable",
    });
    fake.tab(TAB, `${ORIGIN}/1`, { active: true, readable: false });
    expect(await tabMentions(fake.browser, fake.settings)).toEqual({
      ok: false,
      why: "unreadable",
    });
  });

  test("cannot be read when the tab is closed meanwhile", async () => {
    const { browser, settings, tabs } = front({ 0: listing(mentions([ada, 1])) });
    const { executeScript } = browser.scripting;
    browser.scripting.executeScript = async (script) => {
      const results = await executeScript(script);
      tabs.clear();
      return results;
    };
    expect(await tabMentions(browser, settings)).toEqual({ ok: false, why: "unreadable" });
  });
});

describe("a mention of the list is shown", () => {
  /** A frame that has been listed. @returns what it was asked to show */
  function listed(there: unknown) {
    const asked: unknown[] = [];
    const show = (...what: unknown[]) => {
      asked.push(what);
      return there;
    };
    const fake = front({ 3: { ...frameOf(ORIGIN), keycardLookupList: { show } } });
    return { ...fake, asked };
  }

  test("in its own frame, which can light it up by then", async () => {
    const { browser, asked, sheets, done } = listed(true);
    expect(await showInTab(browser, ada, 3, 2)).toBe(true);
    expect(asked).toEqual([[ada, 2]]);
    expect(sheets).toMatchObject([{ tabId: TAB, frameId: 3, origin: "AUTHOR" }]);
    expect(done.at(-1)).toBe(`run ${TAB}:3`);
  });

  test.each([false, undefined, "yes"])(
    "and is not there any more when the frame says %s",
    async (there) => {
      expect(await showInTab(listed(there).browser, ada, 3, 2)).toBe(false);
    },
  );

  test("where the browser takes no style, it is scrolled to all the same", async () => {
    const { browser } = listed(true);
    browser.scripting.insertCSS = () => Promise.reject(new Error("refused"));
    expect(await showInTab(browser, ada, 3, 2)).toBe(true);
  });

  test("but not in a frame that is gone, a tab that was closed, or none", async () => {
    const { browser, tabs, tab } = listed(true);
    expect(await showInTab(browser, ada, 9, 2)).toBe(false);
    tab(TAB, ORIGIN, { active: true, readable: false });
    expect(await showInTab(browser, ada, 0, 2)).toBe(false);
    tabs.clear();
    expect(await showInTab(browser, ada, 0, 2)).toBe(false);
  });
});
