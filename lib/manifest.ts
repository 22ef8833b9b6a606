import { isLoopback } from "./api-origin.ts";

/**
 * What the manifest asks for. Kept apart from wxt.config.ts so that tests read the same functions
 * the build calls.
 */

/** The oldest Chromium that runs the extension (docs/decisions/0026-oldest-browsers-by-evidence.md). */
export const OLDEST_CHROMIUM = "130";

/** How Firefox knows the extension, and the oldest Firefox that runs it (the same decision says why). */
export const gecko = { id: "keycard-lookup@example.com", strict_min_version: "153.0" } as const;

/** What leaves the browser for Keycard, as Firefox names it and says it at install (docs/permissions.md). */
export const dataCollection: ("personallyIdentifyingInfo" | "authenticationInfo")[] = [
  "personallyIdentifyingInfo",
  "authenticationInfo",
];

/** Pages that a build for a loopback API may read without asking: this machine's, for trying and tests. */
export const LOOPBACK_PAGES = ["http://127.0.0.1/*", "http://localhost/*"];

/** The pages that the content script is declared for in the manifest: none but in a loopback build. */
export function declaredPages(apiOrigin: string): string[] {
  return isLoopback(apiOrigin) ? LOOPBACK_PAGES : [];
}

/**
 * Host permissions granted at install: the API's origin, and in a loopback build the pages of this machine.
 * A match pattern's port is not portable (Firefox refuses it), so a loopback origin is named without.
 */
export function hostPermissions(apiOrigin: string): string[] {
  return isLoopback(apiOrigin) ? LOOPBACK_PAGES : [apiPattern(apiOrigin)];
}

/** The match pattern of the API's origin. */
export function apiPattern(apiOrigin: string): string {
  const { protocol, hostname, host } = new URL(apiOrigin);
  return `${protocol}//${isLoopback(apiOrigin) ? hostname : host}/*`;
}

/**
 * Content security policy of every page and worker of the extension. There is one for all of them, so its frame
 * ancestors are those of the card: web pages and files, no other extension and no `data:` address. The other pages are
 * not web-accessible, and draw nothing in a frame (components/parts/app-root.ts).
 */
export function contentSecurityPolicy(apiOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${apiOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors http: https: file:",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
