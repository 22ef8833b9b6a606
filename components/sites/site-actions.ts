import type { Site, SiteName } from "../../lib/sites/sites.ts";

/** Turning sites on and off, as in lib/sites. Components take it as a prop; tests pass a fake. */
export interface SiteActions {
  listSites(): Promise<Site[]>;
  /** All patterns in one prompt. Must be called directly from a click. */
  requestSite(...patterns: string[]): Promise<boolean>;
  removeSite(...patterns: string[]): Promise<boolean>;
  siteFromText(text: string): SiteName;
  siteOfActiveTab(): Promise<string | undefined>;
  /** Whether the browser lets the extension reach the API. */
  mayReachApi(): Promise<boolean>;
  /** Asks the user to allow that. Must be called directly from a click. */
  requestApi(): Promise<boolean>;
  /** Calls back when sites were turned on or off, anywhere; returns a function that stops this. */
  onSitesChanged(callback: () => void): () => void;
}

/** Which sites are open; for the options. */
export interface OpenSites {
  /** The sites open in tabs, as far as the browser reports them, most recently used first. */
  openSites(): Promise<string[]>;
}

/** `https://tickets.example.com`: a match pattern as people write a site. */
export function siteName(pattern: string): string {
  return pattern.replace(/\/\*$/, "");
}

/** `tickets.example.com`: the same without a scheme that adds nothing. */
export function hostName(pattern: string): string {
  return siteName(pattern).replace(/^https?:\/\//, "");
}
