import type { Site, SiteName } from "../../lib/sites/sites.ts";

/** Switching sites on and off, as lib/sites does it. Components take it as a prop; tests pass a fake. */
export interface SiteActions {
  listSites(): Promise<Site[]>;
  /** All patterns in one prompt. Must be called straight from a click. */
  requestSite(...patterns: string[]): Promise<boolean>;
  removeSite(...patterns: string[]): Promise<boolean>;
  siteFromText(text: string): SiteName;
  siteOfActiveTab(): Promise<string | undefined>;
  /** Whether the browser lets the extension reach the API. */
  mayReachApi(): Promise<boolean>;
  /** Asks the person to let it. Must be called straight from a click. */
  requestApi(): Promise<boolean>;
  /** Calls back when sites were switched on or off, wherever; returns what ends that. */
  onSitesChanged(callback: () => void): () => void;
}

/** Which sites are open; for the options. */
export interface OpenSites {
  /** The sites that tabs show, as far as the browser tells, last used first. */
  openSites(): Promise<string[]>;
}

/** `https://tickets.example.com`: a match pattern as people write a site. */
export function siteName(pattern: string): string {
  return pattern.replace(/\/\*$/, "");
}

/** `tickets.example.com`: the same where the scheme says nothing new. */
export function hostName(pattern: string): string {
  return siteName(pattern).replace(/^https?:\/\//, "");
}
