import { describe, expect, test } from "vitest";
import { allowedFrames, isTurnedOff, isTurnedOn } from "./allowed.ts";
import { type FakeBrowser, fakeBrowser } from "./fake-browser.ts";
import { frameOf } from "./fake-frames.ts";

const BANK = "*://bank.example/*";
const TAB = 7;

/** A browser in which the organization has turned sites off. */
async function browserWithout(...sitesOff: string[]): Promise<FakeBrowser> {
  const fake = fakeBrowser();
  await fake.settings.takePolicy(async () => ({ sitesOff }));
  return fake;
}

describe("whether a place is turned off", () => {
  test.each([
    ["a frame of the site", { origin: "https://bank.example" }, true],
    ["a frame of another site", { origin: "https://shop.example" }, false],
    [
      "a frame of another site in a page of it",
      { origin: "https://shop.example", tab: { url: "https://bank.example/pay" } },
      true,
    ],
    [
      "a frame of it in a page of another site",
      { origin: "https://bank.example", tab: { url: "https://shop.example/" } },
      true,
    ],
    [
      "a sandboxed frame at its address",
      { origin: "null", url: "https://bank.example/frame" },
      true,
    ],
    [
      "a sandboxed frame of its page",
      { origin: "null", url: "about:srcdoc", tab: { url: "https://bank.example/" } },
      true,
    ],
    ["a page of which only the URL is known", { url: "https://bank.example/" }, true],
    [
      "a page of another site",
      { url: "https://shop.example/", tab: { url: "https://shop.example/" } },
      false,
    ],
    ["a place about which nothing is known", {}, false],
    ["an invalid URL", { url: "", tab: { url: undefined } }, false],
  ])("%s: %j is %s", async (_, place, expected) => {
    const { settings } = await browserWithout(BANK);
    expect(await isTurnedOff(settings, place)).toBe(expected);
  });

  test("no place is if the organization has turned nothing off", async () => {
    const { settings } = fakeBrowser();
    expect(await isTurnedOff(settings, { origin: "https://bank.example" })).toBe(false);
  });
});

describe("whether a frame's site is on", () => {
  test("it is as long as the user permits it", async () => {
    const { browser, settings, grant, takeBack } = fakeBrowser();
    const place = { origin: "https://tickets.example" };
    expect(await isTurnedOn(browser, settings, place)).toBe(false);
    await grant("https://tickets.example/*");
    expect(await isTurnedOn(browser, settings, place)).toBe(true);
    expect(await isTurnedOn(browser, settings, { origin: "https://other.example" })).toBe(false);
    await takeBack("https://tickets.example/*");
    expect(await isTurnedOn(browser, settings, place)).toBe(false);
  });

  test("access to the API doesn't make it a site", async () => {
    const { browser, settings, grant } = fakeBrowser();
    await grant("https://api.keycard.ai/*");
    expect(await isTurnedOn(browser, settings, { origin: "https://api.keycard.ai" })).toBe(false);
  });

  test("the organization overrides the user, also for the page around it", async () => {
    const { browser, settings, grant } = await browserWithout(BANK);
    await grant("https://bank.example/*", "https://chat.example/*");
    expect(await isTurnedOn(browser, settings, { origin: "https://bank.example" })).toBe(false);
    const chat = { origin: "https://chat.example" };
    expect(await isTurnedOn(browser, settings, chat)).toBe(true);
    const inBank = { ...chat, tab: { url: "https://bank.example/" } };
    expect(await isTurnedOn(browser, settings, inBank)).toBe(false);
  });

  test("a frame without an origin of its own follows its page", async () => {
    const { browser, settings } = await browserWithout(BANK);
    expect(await isTurnedOn(browser, settings, { origin: "null", url: "about:srcdoc" })).toBe(true);
    expect(await isTurnedOn(browser, settings, {})).toBe(true);
    expect(await isTurnedOn(browser, settings, { url: "https://bank.example/" })).toBe(false);
  });
});

describe("the frames of a tab into which scripts can be injected", () => {
  test("are all of them if nothing is turned off, without looking into the page", async () => {
    const { browser, settings, tab, done } = fakeBrowser();
    tab(TAB, "https://tickets.example/1", { readable: false });
    expect(await allowedFrames(browser, settings, TAB)).toEqual({ tabId: TAB, allFrames: true });
    expect(await allowedFrames(browser, settings, 99)).toEqual({ tabId: 99, allFrames: true });
    expect(done).toEqual([]);
  });

  test("are none in a page that is turned off, again without looking into it", async () => {
    const { browser, settings, tab, done } = await browserWithout(BANK);
    tab(TAB, "https://bank.example/pay");
    expect(await allowedFrames(browser, settings, TAB)).toBeUndefined();
    expect(done).toEqual([]);
  });

  test("are those of sites that aren't turned off, sandboxed or not", async () => {
    const { browser, settings, tab } = await browserWithout(BANK);
    tab(TAB, "https://tickets.example/1", {
      frames: {
        3: frameOf("https://bank.example"),
        4: frameOf("https://chat.example"),
        // A sandboxed frame at the bank's URL, and one whose URL is invalid.
        5: frameOf("https://bank.example", "null"),
        6: frameOf("null", "https://bank.example"),
        8: frameOf("null", "null"),
      },
    });
    expect(await allowedFrames(browser, settings, TAB)).toEqual({
      tabId: TAB,
      frameIds: [0, 4, 8],
    });
  });

  test("are none if only the top frame shows that the page is turned off", async () => {
    const { browser, settings, tab } = await browserWithout(BANK);
    const frames = { 3: frameOf("https://tickets.example") };
    tab(TAB, "https://bank.example/pay", { hasAddress: false, frames });
    expect(await allowedFrames(browser, settings, TAB)).toBeUndefined();
  });

  test("are unknown, so that nothing is injected, if the browser doesn't allow scripts or the tab was closed", async () => {
    const { browser, settings, tab } = await browserWithout(BANK);
    tab(TAB, "https://tickets.example/1", { readable: false });
    await expect(allowedFrames(browser, settings, TAB)).rejects.toThrow("Cannot access");
    await expect(allowedFrames(browser, settings, 99)).rejects.toThrow("No tab with id: 99.");
  });

  test("follow a policy that arrives later", async () => {
    const { browser, settings, tab } = fakeBrowser();
    tab(TAB, "https://bank.example/");
    expect(await allowedFrames(browser, settings, TAB)).toBeDefined();
    await settings.takePolicy(async () => ({ sitesOff: [BANK] }));
    expect(await allowedFrames(browser, settings, TAB)).toBeUndefined();
  });
});
