import { browser } from "wxt/browser";
import { API_ORIGIN } from "./build.ts";
import { hostPermissions } from "./manifest.ts";

/** What the browser reports about itself and about this extension in it; for support. */
export interface Environment {
  /** Name and version of browser and system, as every page gets them. */
  userAgent: string;
  language: string;
  permissions: string[];
  /** Whether the API can be contacted: a user can revoke that in the browser's settings. */
  apiGranted: boolean;
  /** How many other sites are allowed. */
  sites: number;
  privateWindows: boolean;
}

export async function readEnvironment(): Promise<Environment> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const api = hostPermissions(API_ORIGIN);
  return {
    userAgent: navigator.userAgent,
    language: browser.i18n.getUILanguage(),
    permissions: [...permissions].sort((a, b) => a.localeCompare(b, "en")),
    apiGranted: await browser.permissions.contains({ origins: api }),
    sites: origins.filter((origin) => !api.includes(origin)).length,
    privateWindows: await browser.extension.isAllowedIncognitoAccess(),
  };
}
