// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, expect, it, vi } from "vitest";
import { WELL_KNOWN_TOOLS } from "../../lib/sites/well-known.ts";
import { Announcer } from "../parts/announcer.tsx";
import { type SiteActions, siteName } from "../sites/site-actions.ts";
import { fakeSites, SITE } from "../testing/fake-background.ts";
import {
  button,
  clear,
  click,
  hasButton,
  one,
  page,
  settle,
  show,
  toggle,
} from "../testing/test-page.ts";
import { SitesSection } from "./sites-section.tsx";

afterEach(clear);

const ZENDESK = ["https://*.zendesk.com/*"];
const SALESFORCE = ["https://*.lightning.force.com/*", "https://*.my.salesforce.com/*"];

async function section(sites: ReturnType<typeof fakeSites>) {
  await show(
    <>
      <SitesSection sites={sites} policy={{}} shortcut={async () => undefined} />
      <Announcer />
    </>,
  );
}

/** A browser that grants and removes whatever is requested. */
function browserSites(on: string[] = []) {
  let patterns = on;
  return fakeSites([], {
    listSites: async () => patterns.map((pattern) => ({ pattern, fixed: false })),
    requestSite: vi.fn(async (...added: string[]) => {
      patterns = [...new Set([...patterns, ...added])];
      return true;
    }),
    removeSite: vi.fn(async (...removed: string[]) => {
      patterns = patterns.filter((pattern) => !removed.includes(pattern));
      return true;
    }),
  });
}

function tool(name: string) {
  const found = toggle(`Hover cards on ${name}`);
  if (!found) throw new Error(`No switch for ${name} in: ${page.innerHTML}`);
  return found;
}

const isOn = (name: string) => tool(name).getAttribute("aria-checked") === "true";

it("offers every tool, all off at first", async () => {
  await section(browserSites());
  for (const { name } of WELL_KNOWN_TOOLS) {
    expect(tool(name).textContent).toBe(name);
    expect(isOn(name)).toBe(false);
  }
});

it("requests all hosts of a tool in one prompt, directly from the click", async () => {
  const sites = browserSites();
  await section(sites);
  await act(() => {
    tool("Salesforce").click();
    // Nothing was awaited: Firefox would have lost the user gesture.
    expect(sites.requestSite).toHaveBeenCalledExactlyOnceWith(...SALESFORCE);
  });
  await settle();
  expect(isOn("Salesforce")).toBe(true);
  expect(one("[role=status]").textContent).toBe("Hover cards are on for Salesforce.");
  for (const pattern of SALESFORCE) expect(hasButton(`Turn off ${siteName(pattern)}`)).toBe(true);
});

it("turns off all hosts of a tool", async () => {
  const sites = browserSites([...SALESFORCE, ...ZENDESK]);
  await section(sites);
  await click(tool("Salesforce"));
  expect(sites.removeSite).toHaveBeenCalledExactlyOnceWith(...SALESFORCE);
  expect(isOn("Salesforce")).toBe(false);
  expect(isOn("Zendesk")).toBe(true);
  expect(one("[role=status]").textContent).toBe("Hover cards are off for Salesforce.");
});

it("counts a tool that is partly on as off, and turns the rest on", async () => {
  const sites = browserSites(SALESFORCE.slice(0, 1));
  await section(sites);
  expect(isOn("Salesforce")).toBe(false);
  await click(tool("Salesforce"));
  expect(sites.requestSite).toHaveBeenCalledExactlyOnceWith(...SALESFORCE);
  expect(isOn("Salesforce")).toBe(true);
});

it("isn't on because of one account’s own host", async () => {
  await section(browserSites(["https://acme.zendesk.com/*"]));
  expect(isOn("Zendesk")).toBe(false);
});

it("follows the list of sites above it", async () => {
  await section(browserSites(ZENDESK));
  expect(isOn("Zendesk")).toBe(true);
  await click(button("Turn off https://*.zendesk.com"));
  expect(isOn("Zendesk")).toBe(false);
});

it.each<[string, SiteActions["requestSite"]]>([
  ["refused", async () => false],
  ["dismissed", () => Promise.reject(new Error("dismissed"))],
])("says if the browser’s prompt was %s, until the next attempt", async (_, requestSite) => {
  const sites = fakeSites([], { requestSite });
  await section(sites);
  await click(tool("Zendesk"));
  expect(one("[role=alert]").textContent).toBe(
    "Zendesk isn’t on. Choose Allow when the browser asks.",
  );
  expect(isOn("Zendesk")).toBe(false);
  sites.requestSite = async () => true;
  await click(tool("Jira"));
  expect(page.querySelector("[role=alert]")).toBeNull();
});

it("says if the browser didn't turn a tool off", async () => {
  await section(fakeSites(ZENDESK, { removeSite: async () => false }));
  await click(tool("Zendesk"));
  expect(one("[role=alert]").textContent).toBe("The browser didn’t turn Zendesk off.");
  expect(isOn("Zendesk")).toBe(true);
});

it("can't remove access that a site in the list above includes, and says so", async () => {
  const sites = browserSites(["https://*/*"]);
  await section(sites);
  expect(isOn("Zendesk")).toBe(true);
  expect(tool("Zendesk").disabled).toBe(true);
  const hint = document.getElementById(tool("Zendesk").getAttribute("aria-describedby") ?? "");
  expect(hint?.textContent).toContain("a site in the list above covers them");
});

it("says what a tool includes, and lists those open in tabs first", async () => {
  await section(
    fakeSites([], {
      openSites: async () => ["https://acme.zendesk.com/*", "https://github.com/*"],
    }),
  );
  const tools = [...page.querySelectorAll<HTMLElement>(".tool")];
  expect(tools.slice(0, 3).map(({ textContent }) => textContent)).toEqual([
    "GitHubopen in a tab",
    "Zendeskopen in a tab",
    "Freshdesk",
  ]);
  expect(tool("Zendesk").title).toBe("Covers *.zendesk.com");
  expect(document.getElementById(tool("Zendesk").getAttribute("aria-describedby") ?? "")).toBe(
    tool("Zendesk").querySelector(".hint"),
  );
});

it("offers other sites that are open in tabs and off, with one click each", async () => {
  const requestSite = vi.fn(async () => true);
  const open = ["https://help.example.com/*", "https://acme.zendesk.com/*", SITE];
  await section(fakeSites([SITE], { requestSite, openSites: async () => open }));
  expect(page.textContent).toContain("Open in your tabs");
  expect(hasButton("Turn on https://acme.zendesk.com")).toBe(false);
  expect(hasButton(`Turn on ${siteName(SITE)}`)).toBe(false);
  await act(() => {
    button("Turn on https://help.example.com").click();
    // Nothing was awaited: Firefox would have lost the user gesture.
    expect(requestSite).toHaveBeenCalledExactlyOnceWith("https://help.example.com/*");
  });
  await settle();
  expect(one("[role=status]").textContent).toContain("https://help.example.com");
});

it("lists sites that are open in tabs first among those that are on", async () => {
  await section(fakeSites(["https://a.example/*", SITE], { openSites: async () => [SITE] }));
  expect([...page.querySelectorAll(".site-pattern")].map(({ textContent }) => textContent)).toEqual(
    [`${siteName(SITE)} open in a tab`, "https://a.example"],
  );
});
