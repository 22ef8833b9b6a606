import { expect, test } from "vitest";
import { openSites } from "./open-sites.ts";

const tab = (url: string | undefined, lastAccessed: number, incognito = false) => ({
  url,
  lastAccessed,
  incognito,
});

const of = (...tabs: ReturnType<typeof tab>[]) => openSites({ query: async () => tabs });

test("returns the sites of tabs, last used first, each once", async () => {
  expect(
    await of(
      tab("https://acme.zendesk.com/agent/tickets/1", 1),
      tab("https://tickets.example.com:8443/", 3),
      tab("https://acme.zendesk.com/agent/tickets/2", 2),
    ),
  ).toEqual(["https://tickets.example.com/*", "https://acme.zendesk.com/*"]);
});

test("ignores tabs without a URL, pages of the browser, files and private windows", async () => {
  expect(
    await of(
      tab(undefined, 1),
      tab("chrome://settings", 2),
      tab("file:///tmp/a.html", 3),
      tab("https://secret.example.com/", 4, true),
    ),
  ).toEqual([]);
});
