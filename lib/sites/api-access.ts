import { browser } from "wxt/browser";
import { API_ORIGIN } from "../build.ts";
import { apiPattern } from "../manifest.ts";

/**
 * Whether the browser lets the extension access the API. It is granted at install, but a user can revoke it in the
 * browser's settings, in Firefox as in Chromium ("on click"), and Firefox before 127 granted it only on request.
 */

const ACCESS = { origins: [apiPattern(API_ORIGIN)] };

export function mayReachApi(
  permissions: { contains(wanted: typeof ACCESS): Promise<boolean> } = browser.permissions,
): Promise<boolean> {
  return permissions.contains(ACCESS);
}

/** Asks the user for it. Must be called directly from a click. @returns whether it is granted */
export function requestApi(): Promise<boolean> {
  return browser.permissions.request(ACCESS);
}
