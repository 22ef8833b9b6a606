import { isLoopback } from "./api-origin.ts";

/**
 * The contents of the manifest. Kept apart from wxt.config.ts so that tests read the same functions that the build
 * calls.
 */

/** The oldest Chromium that runs the extension (docs/decisions/0026-oldest-browsers-by-evidence.md). */
export const OLDEST_CHROMIUM = "130";

/** The extension's ID in Firefox, and the oldest Firefox that runs it (the same decision says why). */
export const gecko = { id: "keycard-lookup@example.com", strict_min_version: "153.0" } as const;

/** What the extension sends to Keycard, in Firefox's terms, which Firefox shows at install (docs/permissions.md). */
export const dataCollection: ("personallyIdentifyingInfo" | "authenticationInfo")[] = [
  "personallyIdentifyingInfo",
  "authenticationInfo",
];

/** Pages that a build for a loopback API can read without asking: this machine's, for trying out and tests. */
export const LOOPBACK_PAGES = ["http://127.0.0.1/*", "http://localhost/*"];

/** The pages for which the manifest declares the content script: none except in a loopback build. */
export function declaredPages(apiOrigin: string): string[] {
  return isLoopback(apiOrigin) ? LOOPBACK_PAGES : [];
}

/**
 * Host permissions granted at install: the API's origin, and in a loopback build the pages of this machine. A port in a
 * match pattern isn't portable (Firefox refuses it), so a loopback origin has none.
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
 * Content security policy of every page and worker of the extension. All of them share one, so its frame ancestors are
 * those of the card: web pages and files, no other extension and no `data:` URL. The other pages aren't web-accessible,
 * and draw nothing in a frame (components/parts/app-root.ts).
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
