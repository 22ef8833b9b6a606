import { type Box, CARD_SIZE } from "./placement.ts";

/** The host, its frame, and the style rule that sets its position and visibility. */
export interface HostElement {
  element: HTMLElement;
  frame: HTMLIFrameElement;
  rule: CSSStyleDeclaration;
  /** Whether the frame has another document than at first, because a page has removed the host and put it back. */
  isLoadedAgain(): boolean;
}

/**
 * The host's style is in its own shadow tree, with `!important`: there it overrides every rule of the page, including
 * inline and `!important` ones (CSS Cascade 5, 6.1: for important declarations, the inner context wins), and the page's
 * markup reveals nothing about it. `all` also keeps out the page's fonts. It's hidden by `visibility`, not `display`,
 * because a frame that is laid out paints its first answer sooner.
 *
 * A page can take the host out of the top layer to cover or distort it: then it's invisible. It isn't part of the page,
 * nor of a printout. The color scheme is the system's, whatever the page's own is; the frame draws the border, because
 * it knows its colors. The style is short and has its comments here, because it is in every page that has a card.
 */
const STYLE = [
  `:host{all:initial!important;display:block!important;position:fixed!important;width:${CARD_SIZE.width}px!important;height:${CARD_SIZE.height}px!important;visibility:hidden!important}`,
  ":host(:not(:popover-open)){visibility:hidden!important;pointer-events:none!important}",
  "@media print{:host{display:none!important}}",
  "iframe{display:block;width:100%;height:100%;border:0;border-radius:12px;color-scheme:light dark;box-shadow:0 10px 32px #00000042}",
].join("");

/** How visible the host is. */
export type Visibility =
  /** Not at all. */
  | "hidden"
  /** Drawn, but transparent and ignoring the pointer: the frame behind it paints what it is about to show. */
  | "drawn"
  | "shown";

const VISIBILITY: Record<Visibility, Record<string, string>> = {
  // Nothing but what a new host has anyway: the page must not see whether one was hidden before it was drawn.
  hidden: { visibility: "hidden" },
  drawn: { visibility: "visible", opacity: "0", "pointer-events": "none" },
  shown: { visibility: "visible", opacity: "1", "pointer-events": "auto" },
};

/**
 * In an XML document, `createElement` creates elements without a namespace, which aren't HTML elements and draw
 * nothing.
 */
const HTML = "http://www.w3.org/1999/xhtml";

/** @param url the card's page, with its ticket */
export function createHostElement(url: string): HostElement {
  const element = document.createElementNS(HTML, "div");
  element.popover = "manual";
  const frame = document.createElementNS(HTML, "iframe") as HTMLIFrameElement;
  // Without it, a page with COEP blocks the frame. Browsers that lack it ignore the property.
  frame.credentialless = true;
  frame.title = "Keycard Lookup";
  frame.src = url;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const root = element.attachShadow({ mode: "closed" });
  // Firefox refuses it in content scripts before 153: https://bugzilla.mozilla.org/show_bug.cgi?id=1751346
  root.adoptedStyleSheets = [sheet];
  root.append(frame);
  let loads = 0;
  frame.addEventListener("load", () => {
    loads++;
  });
  return {
    element,
    frame,
    rule: (sheet.cssRules[0] as CSSStyleRule).style,
    isLoadedAgain: () => loads > 1,
  };
}

export function setVisibility(host: HostElement, visibility: Visibility): void {
  setStyle(host, VISIBILITY[visibility]);
}

/** @param zoom CSS zoom of the host's parent, canceled out here so that a CSS px is one of the window's */
export function setBox(host: HostElement, { left, top, width, height }: Box, zoom: number): void {
  setStyle(host, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    zoom: `${1 / zoom}`,
  });
}

function setStyle({ rule }: HostElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) rule.setProperty(name, value, "important");
}

declare global {
  interface HTMLIFrameElement {
    /** https://developer.mozilla.org/docs/Web/API/HTMLIFrameElement/credentialless; absent from lib.dom (TypeScript 7.0). */
    credentialless?: boolean;
  }
}
