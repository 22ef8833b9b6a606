import { browser } from "wxt/browser";
import { isLoopback } from "../api-origin.ts";
import { API_ORIGIN } from "../build.ts";
import { apiPattern, LOOPBACK_PAGES } from "../manifest.ts";

/**
 * Where the content script can run. The browser's own permissions are the only record: a site is on if its optional
 * host permission is granted, so the browser's settings always apply.
 */

/** A site as options and popup show it: a match pattern such as `https://tickets.example.com/*`. */
export interface Site {
  pattern: string;
  /** Granted by the build itself (loopback builds); it can't be turned off. */
  fixed: boolean;
}

/** The result of parsing what someone entered as a site, or the URL of a tab. */
export type SiteName = { ok: true; pattern: string } | { ok: false; why: NoSite };

/** Why a text isn't a site: it isn't a URL or host; extensions can't read its pages; it is more than one site. */
export type NoSite = "not-an-address" | "not-the-web" | "not-one-site";

/**
 * The match pattern for a site that someone has entered or that a tab shows.
 *
 * @param text a host name, an origin or any URL on the site; without a scheme, https is assumed
 */
export function siteFromText(text: string): SiteName {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === "" || !URL.canParse(address)) return { ok: false, why: "not-an-address" };
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { ok: false, why: "not-the-web" };
  if (url.hostname.includes("*") || url.hostname === "") return { ok: false, why: "not-one-site" };
  return { ok: true, pattern: `${url.protocol}//${url.hostname}/*` };
}

function isPagePattern(pattern: string): boolean {
  return isLoopback(API_ORIGIN) || pattern !== apiPattern(API_ORIGIN);
}

/** The sites that are on, in the browser's order. */
export async function listSites(
  permissions: { getAll(): Promise<{ origins?: string[] | undefined }> } = browser.permissions,
): Promise<Site[]> {
  const { origins = [] } = await permissions.getAll();
  const fixed = isLoopback(API_ORIGIN) ? LOOPBACK_PAGES : [];
  return origins
    .filter(isPagePattern)
    .map((pattern) => ({ pattern, fixed: fixed.includes(pattern) }));
}

/**
 * Calls back when sites were turned on or off, also in the browser's own settings. @returns a function that stops it
 */
export function onSitesChanged(callback: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  const listener = () => callback();
  for (const event of [onAdded, onRemoved]) event.addListener(listener);
  return () => {
    for (const event of [onAdded, onRemoved]) event.removeListener(listener);
  };
}

/**
 * Asks the user, through the browser's own prompt, to let the extension read a site; one prompt for all its patterns
 * together. Must be called directly from a click, because otherwise the browser refuses the prompt.
 *
 * @returns whether it was granted
 */
export function requestSite(...patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}

/** Turns a site off: the permission is returned, and the content script in open pages ends immediately. */
export function removeSite(...patterns: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: patterns });
}

interface ActiveTab {
  query(wanted: { active: true; lastFocusedWindow: true }): Promise<{ url?: string | undefined }[]>;
}

/**
 * The site of the active tab.
 *
 * @returns its pattern, or undefined if no site can be turned on there (browser pages, files) or if the browser hides
 * the tab's URL
 */
export async function siteOfActiveTab(tabs: ActiveTab = browser.tabs): Promise<string | undefined> {
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  const site = tab?.url === undefined ? undefined : siteFromText(tab.url);
  return site?.ok ? site.pattern : undefined;
}
