// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { LinesState } from "../../lib/contract/page-mentions.ts";
import type { TabMarks } from "../../lib/contract/replies.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { createConnectionStore } from "../connection/connection-store.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import { fakeBackground, fakeSites, never, SITE } from "../testing/fake-background.ts";
import { staging, zone } from "../testing/sample-users.ts";
import { choose, clear, click, page, select, show, toggle } from "../testing/test-page.ts";
import { ControlsWithNotes } from "./controls-with-notes.tsx";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(async () => {
  await clear();
  vi.useRealTimers();
});

const on = (count: number, lines: LinesState = "all"): TabMarks => ({
  state: "on",
  pattern: SITE,
  found: { count, lines },
});
const off = { state: "off", pattern: SITE } as const;

async function controls(
  own: Partial<BackgroundApi>,
  sites: SiteActions = fakeSites(),
  policy: Policy = {},
) {
  const background = fakeBackground(own);
  const connection = createConnectionStore(background);
  await show(
    <ControlsWithNotes
      background={background}
      policy={policy}
      sites={sites}
      connection={connection}
      isIdle
      onChooseZone={(zoneId) => void connection.choose(zoneId)}
    />,
  );
  await act(() => connection.load());
}

const later = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

const lines = () => toggle("Underline addresses and IDs on tickets.example.com");
const existing = () => {
  const found = lines();
  if (!found) throw new Error(`No switch in: ${page.innerHTML}`);
  return found;
};
const note = () => {
  const id = existing().getAttribute("aria-describedby") ?? "";
  return document.getElementById(id)?.textContent;
};

/** A site that can be turned on and off, and notifies at once. */
function oneSite(isOn: boolean): SiteActions {
  let patterns = isOn ? [SITE] : [];
  return fakeSites([], {
    listSites: async () => patterns.map((pattern) => ({ pattern, fixed: false })),
    requestSite: async () => {
      patterns = [SITE];
      return true;
    },
    removeSite: async () => {
      patterns = [];
      return true;
    },
  });
}

it.each<[number, LinesState, string]>([
  [12, "all", "12 addresses and IDs underlined"],
  [1, "all", "1 address or ID underlined"],
  [500, "capped", "Only the first 500 are underlined. This page has more."],
  [512, "capped", "512 are underlined. A frame has more: only its first 500 are underlined."],
  [38, "resting", "38 found. Underlines are paused while this page keeps changing."],
])("for %i mentions, with marks %s, says “%s”", async (count, lines, words) => {
  await controls({ tabMarks: async () => on(count, lines) });
  expect(existing().getAttribute("aria-checked")).toBe("true");
  expect(note()).toBe(words);
});

it("says that there are none only after the second request", async () => {
  await controls({ tabMarks: async () => on(0) });
  expect(note()).toBe("Looking for addresses and IDs…");
  await later(1_000);
  expect(note()).toBe("No address or ID on this page");
});

it("doesn't say that there are none while the page doesn't answer", async () => {
  const tabMarks = vi.fn(async (): Promise<TabMarks> => ({ state: "on", pattern: SITE }));
  await controls({ tabMarks });
  await later(5_000);
  expect(note()).toBe("Looking for addresses and IDs…");
  tabMarks.mockResolvedValue(on(0));
  await later(1_000);
  expect(note()).toBe("Looking for addresses and IDs…");
  await later(1_000);
  expect(note()).toBe("No address or ID on this page");
  tabMarks.mockResolvedValue({ state: "on", pattern: SITE });
  await later(1_000);
  expect(note()).toBe("Looking for addresses and IDs…");
});

it("turns marks on, and keeps the count current while the popup is open", async () => {
  const tabMarks = vi.fn(async (): Promise<TabMarks> => off);
  const switchMarks = vi.fn(async () => undefined);
  await controls({ tabMarks, switchMarks });
  expect(note()).toBeUndefined();
  // Off: no more requests.
  await later(5_000);
  expect(tabMarks).toHaveBeenCalledOnce();
  tabMarks.mockResolvedValue(on(3));
  await click(existing());
  expect(switchMarks).toHaveBeenCalledExactlyOnceWith({ pattern: SITE, on: true });
  expect(note()).toBe("3 addresses and IDs underlined");
  tabMarks.mockResolvedValue(on(40));
  await later(1_000);
  expect(note()).toBe("40 addresses and IDs underlined");
  tabMarks.mockResolvedValue(off);
  await click(existing());
  expect(switchMarks).toHaveBeenLastCalledWith({ pattern: SITE, on: false });
  expect(existing().getAttribute("aria-checked")).toBe("false");
});

it("stops asking when it is unmounted", async () => {
  const tabMarks = vi.fn(async () => on(3));
  await controls({ tabMarks });
  await clear();
  tabMarks.mockClear();
  await later(5_000);
  expect(tabMarks).not.toHaveBeenCalled();
});

it("says if the switch failed, changes nothing, and keeps saying so", async () => {
  const switchMarks = vi.fn(async () => undefined);
  switchMarks.mockRejectedValueOnce(new Error("port closed"));
  await controls({ tabMarks: async () => on(3), switchMarks });
  await click(existing());
  await later(2_000);
  expect(page.querySelector("[role=alert]")?.textContent).toContain("Not changed");
  expect(existing().getAttribute("aria-checked")).toBe("true");
  await click(existing());
  expect(page.querySelector("[role=alert]")).toBeNull();
});

it("says if the state can't be read, and retries", async () => {
  const tabMarks = vi.fn(async () => on(3));
  tabMarks.mockRejectedValueOnce(new Error("port closed"));
  await controls({ tabMarks });
  expect(lines()).toBeUndefined();
  expect(page.querySelector("[role=alert]")?.textContent).toContain("didn’t respond");
  await later(1_000);
  expect(note()).toBe("3 addresses and IDs underlined");
  tabMarks.mockRejectedValueOnce(new Error("port closed"));
  await later(1_000);
  expect(existing().getAttribute("aria-checked")).toBe("true");
  expect(note()).toContain("didn’t respond");
});

it("sends only one request while busy", async () => {
  const switchMarks = vi.fn(never);
  await controls({ tabMarks: async () => off, switchMarks });
  await click(existing());
  await click(existing());
  expect(switchMarks).toHaveBeenCalledOnce();
  expect(existing().getAttribute("aria-busy")).toBe("true");
});

it("can be used only while the site is on, and follows the site's switch at once", async () => {
  const tabMarks = vi.fn(async () => off);
  await controls({ tabMarks }, oneSite(false));
  expect(existing().disabled).toBe(true);
  expect(tabMarks).not.toHaveBeenCalled();
  const site = toggle("Hover cards on https://tickets.example.com");
  if (!site) throw new Error("The site can't be turned on or off.");
  await click(site);
  expect(existing().disabled).toBe(false);
  await click(site);
  expect(existing().disabled).toBe(true);
});

it.each([
  ["a site of the build", ["http://127.0.0.1/*"], "http://127.0.0.1/*"],
  ["a wider permission", ["https://*/*"], SITE],
])("is there for %s", async (_, patterns, pattern) => {
  const sites = fakeSites(patterns, { siteOfActiveTab: async () => pattern });
  await controls({ tabMarks: async () => ({ ...off, pattern }) }, sites);
  expect(page.querySelectorAll("[role=switch]")).toHaveLength(2);
});

it("isn't there for a page that can't have marks", async () => {
  await controls({ tabMarks: async () => ({ state: "unavailable" }) });
  expect(page.querySelectorAll("[role=switch]")).toHaveLength(1);
});

it("says briefly where nothing can be turned on", async () => {
  await controls({}, fakeSites([], { siteOfActiveTab: async () => undefined }));
  expect(page.querySelectorAll("[role=switch]")).toHaveLength(0);
  expect(page.textContent).toContain("Not on this page");
});

it("has no note on what the user can change, and says why they can't change the rest", async () => {
  await controls({});
  expect(page.querySelector("footer")).toBeNull();
  await clear();
  await controls({}, fakeSites([]), { sitesOff: [SITE] });
  expect(page.querySelector("footer")?.textContent).toContain("by your organization");
  expect(toggle("Hover cards on https://tickets.example.com")?.disabled).toBe(true);
});

it("has its three cells from the start, and nothing that becomes known moves them", async () => {
  const places = () => [...page.querySelectorAll(".controls > *")].map((one) => one.className);
  await show(
    <ControlsWithNotes
      background={fakeBackground({ connection: never, tabMarks: never })}
      policy={{}}
      sites={fakeSites([], { siteOfActiveTab: never })}
      connection={createConnectionStore(fakeBackground({ connection: never }))}
      isIdle
      onChooseZone={() => undefined}
    />,
  );
  const before = places();
  expect(before).toHaveLength(3);
  await clear();
  await controls({ zones: async () => ({ state: "listed", zones: [zone, staging] }) });
  expect(places()).toEqual(before);
});

it("chooses the zone, and says why that failed", async () => {
  const chooseZone = vi.fn<BackgroundApi["chooseZone"]>(async () => ({
    state: "failed",
    failure: { why: "network" },
  }));
  await controls({
    zones: async () => ({ state: "listed", zones: [zone, staging] }),
    chooseZone,
  });
  await choose(select("Zone"), staging.id);
  expect(chooseZone).toHaveBeenCalledExactlyOnceWith({ zoneId: staging.id });
  expect(page.querySelector("footer [role=alert]")?.textContent).toContain("couldn’t be reached");
});
