import { describe, expect, test } from "vitest";
import { HOVER_SHOW_MS, LOCK_AFTER_MIN } from "../limits.ts";
import { fakeBrowser } from "./fake-browser.ts";
import { changePersonalSettings, personalSettings } from "./personal-settings.ts";

const TICKETS = "https://tickets.example/*";

const UNCHOSEN = {
  modifier: null,
  hoverMs: HOVER_SHOW_MS,
  subjects: [],
  lockAfterMin: LOCK_AFTER_MIN,
  consoleUrl: null,
  marks: [],
  theme: "system",
  firstRun: { done: false, skipped: [] },
};

const CHOSEN = {
  modifier: "Alt",
  hoverMs: 700,
  subjects: ["emp-{digit:6}"],
  lockAfterMin: 5,
  consoleUrl: "https://console.example/{user_id}",
  marks: [TICKETS],
  theme: "dark",
  firstRun: { done: true, skipped: [] },
} as const;

/** A browser with a site that is on and open in a tab. */
async function withTab() {
  const fake = fakeBrowser();
  fake.tab(1, "https://tickets.example/1");
  await fake.grant(TICKETS);
  return fake;
}

describe("the current settings", () => {
  test("are the defaults if no one has chosen others", async () => {
    const { browser, settings } = fakeBrowser();
    expect(await personalSettings(browser, settings)).toEqual(UNCHOSEN);
  });

  test("are what was chosen", async () => {
    const { browser, settings } = await withTab();
    await changePersonalSettings(browser, settings, {
      ...CHOSEN,
      subjects: [...CHOSEN.subjects],
      marks: [TICKETS],
      firstRun: { done: true, skipped: [] },
    });
    expect(await personalSettings(browser, settings)).toEqual(CHOSEN);
  });

  test("show no first-run steps to someone whose organization does the setup", async () => {
    const { browser, settings } = fakeBrowser();
    for (const firstRunPage of [false, true]) {
      await settings.takePolicy(async () => ({ firstRunPage }));
      expect((await personalSettings(browser, settings)).firstRun.done).toBe(!firstRunPage);
    }
  });

  test("say that the settings of a newer version aren't changed", async () => {
    const { browser, settings } = fakeBrowser();
    await browser.storage.local.set({ settings: { version: 99, hoverMs: 5 } });
    expect(await personalSettings(browser, settings)).toEqual({ ...UNCHOSEN, besideNewer: true });
  });
});

describe("a change", () => {
  test("is stored together with earlier ones, and then sent to all pages", async () => {
    const { browser, settings, told } = await withTab();
    await settings.change({ lockAfterMin: 5 });
    expect(await changePersonalSettings(browser, settings, { hoverMs: 700 })).toEqual({ ok: true });
    expect(await personalSettings(browser, settings)).toEqual({
      ...UNCHOSEN,
      lockAfterMin: 5,
      hoverMs: 700,
    });
    expect(told.map(({ message }) => message)).toEqual([
      { type: "settingsChanged", settings: { showMs: 700, patterns: [] } },
      { type: "marksChanged" },
    ]);
  });

  test("to nothing, or to something else, keeps the rest", async () => {
    const { browser, settings } = await withTab();
    await settings.change({ modifier: "Alt", consoleUrl: CHOSEN.consoleUrl });
    await changePersonalSettings(browser, settings, { theme: "light" });
    expect(await personalSettings(browser, settings)).toEqual({
      ...UNCHOSEN,
      modifier: "Alt",
      consoleUrl: CHOSEN.consoleUrl,
      theme: "light",
    });
  });

  test("can remove modifier key and console", async () => {
    const { browser, settings } = await withTab();
    await settings.change({ modifier: "Alt", consoleUrl: CHOSEN.consoleUrl });
    await changePersonalSettings(browser, settings, { modifier: null, consoleUrl: null });
    expect(await personalSettings(browser, settings)).toEqual(UNCHOSEN);
  });

  test("with an invalid subject pattern changes nothing, and says which one is invalid", async () => {
    const { browser, settings, told } = await withTab();
    const subjects = ["emp-{digit:6}", "{digit:", "x"];
    const reply = await changePersonalSettings(browser, settings, {
      subjects,
      hoverMs: 700,
      theme: "dark",
    });
    expect(reply).toEqual({
      ok: false,
      errors: [
        { template: "{digit:", error: expect.anything() },
        { template: "x", error: expect.anything() },
      ],
    });
    expect(await personalSettings(browser, settings)).toEqual(UNCHOSEN);
    expect(told).toEqual([]);
  });

  test("of the sites with underlines adds and removes underlines", async () => {
    const fake = await withTab();
    await changePersonalSettings(fake.browser, fake.settings, { marks: [TICKETS] });
    expect(fake.registered.get("marks")?.matches).toEqual([TICKETS]);
    expect(fake.done).toContain(
      "put 1:all /content-scripts/page.js /page-mentions.js /page-look.js /page-behind.js /page-marks.js",
    );
    fake.done.length = 0;
    await changePersonalSettings(fake.browser, fake.settings, { marks: [] });
    expect(fake.registered.has("marks")).toBe(false);
    expect(fake.done).toContain("unstyle 1:all");
  });

  test("of anything else doesn't register scripts again", async () => {
    const { browser, settings, done } = await withTab();
    await changePersonalSettings(browser, settings, { hoverMs: 700 });
    expect(done).toEqual(["tell 1 settingsChanged", "tell 1 marksChanged"]);
  });

  test("doesn't override the organization", async () => {
    const { browser, settings } = await withTab();
    await settings.takePolicy(async () => ({ lockAfterMin: 3 }));
    await changePersonalSettings(browser, settings, { lockAfterMin: 60, hoverMs: 700 });
    expect(await personalSettings(browser, settings)).toMatchObject({
      lockAfterMin: 3,
      hoverMs: 700,
    });
    await settings.takePolicy(async () => ({}));
    expect((await settings.current()).lockAfterMin).toBeUndefined();
  });
});
