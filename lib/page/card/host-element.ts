import { type Box, CARD_SIZE } from "./placement.ts";

/** The host, the frame in it, and the rule of its own style that says where it is and whether it can be seen. */
export interface HostElement {
  element: HTMLElement;
  frame: HTMLIFrameElement;
  rule: CSSStyleDeclaration;
  /** Whether the frame's document is another one than at first: a page has taken the host out, and put it back. */
  isLoadedAgain(): boolean;
}

/**
 * The host's style stands in its own shadow tree, with priority: there it beats every rule of the page, inline and
 * `!important` ones too (CSS Cascade 5, 6.1: for important declarations the inner context wins), and the page's
 * markup says nothing of it. `all` also keeps the page's fonts away. Hidden by `visibility`, not `display`: a frame
 * that is laid out paints its first answer sooner.
 *
 * A page may take the host out of the top layer, to put something over it or bend it: then nobody sees it. It is no part
 * of the page, on paper neither. The card's scheme is the system's, whatever the page's own; its edge is its own, which
 * knows its colors. It is short, with its comments here, since it is in every page that has a card.
 */
const STYLE = [
  `:host{all:initial!important;display:block!important;position:fixed!important;z-index:2147483647!important;width:${CARD_SIZE.width}px!important;height:${CARD_SIZE.height}px!important;visibility:hidden!important}`,
  ":host(:not(:popover-open)){visibility:hidden!important;pointer-events:none!important}",
  "@media print{:host{display:none!important}}",
  "iframe{display:block;width:100%;height:100%;border:0;border-radius:12px;color-scheme:light dark;box-shadow:0 10px 32px rgb(0 0 0/26%)}",
].join("");

/** How much of the host can be seen. */
export type Visibility =
  /** Not at all. */
  | "hidden"
  /** Drawn, but transparent and out of the pointer's way: the frame behind it paints what it is to show. */
  | "drawn"
  | "shown";

const VISIBILITY: Record<Visibility, Record<string, string>> = {
  hidden: { visibility: "hidden", opacity: "0", "pointer-events": "none" },
  drawn: { visibility: "visible", opacity: "0", "pointer-events": "none" },
  shown: { visibility: "visible", opacity: "1", "pointer-events": "auto" },
};

/** In a document of XML `createElement` makes elements of no namespace, which are none of HTML and draw nothing. */
const HTML = "http://www.w3.org/1999/xhtml";

/** @param url the card's page, with its ticket */
export function createHostElement(url: string): HostElement {
  const element = document.createElementNS(HTML, "div");
  element.popover = "manual";
  const frame = document.createElementNS(HTML, "iframe") as HTMLIFrameElement;
  // Without it a page with COEP blocks the frame; browsers that lack it ignore the property.
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

/** @param zoom CSS zoom of the element that the host stands in, undone here so that a CSS px is one of the window's */
export function setBox(host: HostElement, { left, top, width, height }: Box, zoom: number): void {
  setStyle(host, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    zoom: String(1 / zoom),
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
