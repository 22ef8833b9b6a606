import { describe, expect, onTestFinished, test, vi } from "vitest";
import { LISTED_MAX } from "../limits.ts";
import { type FakeBrowser, fakeBrowser } from "./fake-browser.ts";
import { frameOf, pdfFrame } from "./fake-frames.ts";
import { hardened, PAGE_WAIT_MS } from "./hardened.ts";
import { showInTab, tabMentions } from "./tab-mentions.ts";
import { PageTimeoutError } from "./with-timeout.ts";

const TAB = 7;
const ORIGIN = "https://tickets.example";
const email = (value: string) => ({ kind: "email", value }) as const;
const ada = email("ada@example.com");
const bob = email("bob@example.com");

/** A frame with these mentions. @param found what the part that lists returns */
const listing = (found: unknown) => ({
  ...frameOf(ORIGIN),
  keycardLookupList: { find: () => found },
});
const mentions = (...listed: [typeof ada, number][]) => ({
  mentions: listed.map(([query, count]) => ({ query, count })),
  more: false,
});

/** An active tab with frames. */
function front(
  frames: FakeBrowser["tabs"] extends Map<number, { frames: infer F }> ? F : never,
): FakeBrowser {
  const fake = fakeBrowser();
  fake.tab(TAB, `${ORIGIN}/1`, { active: true, frames });
  return fake;
}

describe("the mentions of the active tab", () => {
  test("come from the part that lists, once it is in all frames", async () => {
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

  test("are added up over frames, in any spelling of an address, those of the top frame first", async () => {
    const { browser, settings } = front({
      0: listing(mentions([ada, 2])),
      3: listing(mentions([bob, 1], [email("ADA@example.com"), 3])),
    });
    const { executeScript } = browser.scripting;
    // The browser doesn't specify the order of frames.
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

  test("ignore what any other script of the page returns, and frames without the part", async () => {
    const { browser, settings } = front({
      0: listing({ mentions: [{ query: { kind: "html", value: "<b>" }, count: 1 }], more: false }),
      3: listing(undefined),
      4: frameOf(ORIGIN),
      5: listing(mentions([bob, 1])),
    });
    expect(await tabMentions(browser, settings)).toMatchObject({ mentions: [{ query: bob }] });
  });

  test("are truncated if there are too many, and say so", async () => {
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

  test("are incomplete if a frame says that it has more", async () => {
    const { browser, settings } = front({
      0: listing(mentions([ada, 1])),
      3: listing({ ...mentions([bob, 1]), more: true }),
    });
    expect(await tabMentions(browser, settings)).toMatchObject({ more: true });
  });

  test("aren't requested from frames that the organization has turned off", async () => {
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

  test("aren't requested at all in a page that is turned off", async () => {
    const { browser, settings, done } = front({ 0: listing(mentions([ada, 1])) });
    await settings.takePolicy(async () => ({ sitesOff: ["*://tickets.example/*"] }));
    expect(await tabMentions(browser, settings)).toEqual({ ok: false, why: "switched-off" });
    expect(done).toEqual([]);
  });

  test("can't be read if the browser doesn't allow scripts, and without a tab", async () => {
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

  test("are requested once more if one page has replaced another meanwhile", async () => {
    const { browser, settings } = front({ 0: listing(mentions([ada, 1])) });
    const { executeScript } = browser.scripting;
    let refused = 0;
    browser.scripting.executeScript = (script) =>
      refused++ === 0
        ? Promise.reject(new Error("Frame with ID 0 was removed."))
        : executeScript(script);
    expect(await tabMentions(browser, settings)).toMatchObject({ mentions: [{ query: ada }] });
  });

  test("aren't said to be unreadable if the page hangs, and it is asked only once", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const fake = fakeBrowser();
    fake.tab(TAB, `${ORIGIN}/1`, { active: true, hangs: true });
    const asked = tabMentions(hardened(fake.browser), fake.settings);
    await vi.advanceTimersByTimeAsync(PAGE_WAIT_MS);
    expect(await asked).toEqual({ ok: false, why: "unanswered" });
    expect(fake.done).toHaveLength(1);
  });

  test("can't be read in a PDF, but around one that is embedded", async () => {
    const pdf = { ...listing(mentions()), ...pdfFrame(ORIGIN) };
    const alone = front({ 0: pdf });
    expect(await tabMentions(alone.browser, alone.settings)).toEqual({
      ok: false,
      why: "unreadable",
    });
    const around = front({ 0: listing(mentions([ada, 1])), 3: pdf });
    expect(await tabMentions(around.browser, around.settings)).toMatchObject({
      mentions: [{ query: ada }],
    });
  });

  test("aren't said to be none if no frame answers", async () => {
    const { browser, settings } = front({ 0: listing(undefined), 3: listing("no list") });
    expect(await tabMentions(browser, settings)).toEqual({ ok: false, why: "unanswered" });
  });

  test("can't be read if the tab is closed meanwhile", async () => {
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

describe("showing a mention of the list", () => {
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

  test("happens in its own frame, which can highlight it by then", async () => {
    const { browser, asked, sheets, done } = listed(true);
    expect(await showInTab(browser, ada, 3, 2)).toBe(true);
    expect(asked).toEqual([[ada, 2]]);
    expect(sheets).toMatchObject([{ tabId: TAB, frameId: 3, origin: "AUTHOR" }]);
    expect(done.at(-1)).toBe(`run ${TAB}:3`);
  });

  test.each([false, undefined, "yes"])("fails if the frame returns %s", async (there) => {
    expect(await showInTab(listed(there).browser, ada, 3, 2)).toBe(false);
  });

  test("scrolls to it even if the browser refuses the style", async () => {
    const { browser } = listed(true);
    browser.scripting.insertCSS = () => Promise.reject(new Error("refused"));
    expect(await showInTab(browser, ada, 3, 2)).toBe(true);
  });

  test("fails in a frame that is gone, a tab that was closed, or no tab", async () => {
    const { browser, tabs, tab } = listed(true);
    expect(await showInTab(browser, ada, 9, 2)).toBe(false);
    tab(TAB, ORIGIN, { active: true, readable: false });
    expect(await showInTab(browser, ada, 0, 2)).toBe(false);
    tabs.clear();
    expect(await showInTab(browser, ada, 0, 2)).toBe(false);
  });

  test("isn't said to have failed if the page hangs", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { browser, tab } = listed(true);
    tab(TAB, ORIGIN, { active: true, hangs: true, frames: { 0: frameOf(ORIGIN) } });
    const shown = expect(showInTab(hardened(browser), ada, 0, 2)).rejects.toThrow(PageTimeoutError);
    await vi.advanceTimersByTimeAsync(2 * PAGE_WAIT_MS);
    await shown;
  });
});
