/**
 * Whether this page can't show a card. If it's served with `CSP: sandbox`, the frames in it are sandboxed too, and a
 * card would stay empty. The page's origin is opaque then
 * (https://html.spec.whatwg.org/#sandboxed-origin-browsing-context-flag). An SVG document doesn't render HTML.
 */
export function isCardless(): boolean {
  const isSandboxed = globalThis.origin === "null" && location.protocol !== "file:";
  return isSandboxed || !(document.documentElement instanceof HTMLElement);
}
