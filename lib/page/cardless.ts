/**
 * Whether no card can stand in this page. Where it is served with `CSP: sandbox`, the frames in it are sandboxed too: a
 * card would stand there empty. Its origin is opaque then
 * (https://html.spec.whatwg.org/#sandboxed-origin-browsing-context-flag). And an SVG document draws no HTML.
 */
export function isCardless(): boolean {
  const isSandboxed = globalThis.origin === "null" && location.protocol !== "file:";
  return isSandboxed || !(document.documentElement instanceof HTMLElement);
}
