import { browser } from "wxt/browser";
import { siteFromText } from "./sites.ts";

interface Tab {
  url?: string | undefined;
  incognito: boolean;
  lastAccessed?: number | undefined;
}

interface Tabs {
  query(wanted: Record<string, never>): Promise<Tab[]>;
}

/**
 * The sites that are open in tabs, last used first. The browser reports the URL of a tab only where the extension can
 * read it: on sites that are on, and where the user has just used the popup, menu or command. Private windows are left
 * out.
 *
 * @returns their match patterns, each once
 */
export async function openSites(tabs: Tabs = browser.tabs): Promise<string[]> {
  const open = (await tabs.query({})).filter(({ incognito }) => !incognito);
  open.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
  const patterns = open.flatMap(({ url = "" }) => {
    const site = siteFromText(url);
    return site.ok ? [site.pattern] : [];
  });
  return [...new Set(patterns)];
}
