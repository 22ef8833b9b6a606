import { browser } from "wxt/browser";
import { API_ORIGIN } from "../build.ts";
import { apiPattern } from "../manifest.ts";

/**
 * Whether the browser lets the extension reach the API. It is granted at install, but a person can take it back in the
 * browser's settings, in Firefox as in Chromium ("on click"), and Firefox before 127 granted it only when asked.
 */

const ACCESS = { origins: [apiPattern(API_ORIGIN)] };

export function mayReachApi(
  permissions: { contains(wanted: typeof ACCESS): Promise<boolean> } = browser.permissions,
): Promise<boolean> {
  return permissions.contains(ACCESS);
}

/** Asks the person for it. Must be called straight from a click. @returns whether it is granted */
export function requestApi(): Promise<boolean> {
  return browser.permissions.request(ACCESS);
}
