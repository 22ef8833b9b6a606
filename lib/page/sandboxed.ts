/**
 * Whether this page is served with `CSP: sandbox`: the frames in it are sandboxed too, so that a card could not run, and
 * would stand there empty. Its origin is opaque then (https://html.spec.whatwg.org/#sandboxed-origin-browsing-context-flag).
 */
export function isSandboxed(): boolean {
  return globalThis.origin === "null" && location.protocol !== "file:";
}
