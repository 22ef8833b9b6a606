import { CARD_HEIGHT_PX, CARD_WIDTH_PX, HIDDEN_CARD_KEEP_MS } from "../../limits.ts";
import { composedParent } from "../shadow.ts";
import { type Box, place } from "./placement.ts";

/**
 * The one element that the extension adds to a page: a host in the top layer whose closed shadow root
 * holds the card's frame (design, invariant 1). Its size is the same whatever the card shows.
 */
export interface CardHost {
  /** Loads the frame, hidden, so that it stands ready when the card opens. @param near as for `show` */
  warm(near: Element | null): Promise<void>;
  /** Shows the card beside a box. @param near the element the mention was read from */
  show(box: Box, near: Element | null): Promise<void>;
  hide(): void;
  /** Where the card is, CSS px, or undefined while it is hidden. */
  box(): Box | undefined;
  /** Whether an event's target is the host: what happens in the card is no click outside. */
  owns(target: EventTarget | null): boolean;
  remove(): void;
}

/**
 * @param frameUrl the card's URL with a fresh ticket, or undefined when the background gives none
 * @param onPointer called when the pointer enters the card
 * @param checkAlive called every second while the host is in the page: an extension that was reloaded meanwhile
 * tells nobody, and its card must go
 */
export function createCardHost(
  frameUrl: () => Promise<string | undefined>,
  onPointer: () => void,
  checkAlive: () => void,
): CardHost {
  let host: Host | undefined;
  let loading: Promise<void> | undefined;
  let shownAt: Box | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;

  function remove(): void {
    clearTimeout(forgetting);
    clearInterval(watch);
    host?.element.remove();
    host = undefined;
    loading = undefined;
    shownAt = undefined;
  }

  async function load(parent: Element): Promise<void> {
    const url = await frameUrl();
    if (url === undefined) return remove();
    host = createHost(url, onPointer);
    parent.append(host.element);
    watch = setInterval(checkAlive, 1_000);
  }

  /** The host stands where the top layer lets it be seen; moving it elsewhere means a new frame. */
  function ensure(parent: Element): Promise<void> {
    clearTimeout(forgetting);
    if (host && (!host.element.isConnected || host.element.parentNode !== parent)) remove();
    loading ??= load(parent);
    return loading;
  }

  return {
    warm: (near) => ensure(parentFor(near)),
    async show(box, near) {
      await ensure(parentFor(near));
      if (!host) return;
      shownAt = place(box, { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX }, viewSize());
      closePopover(host);
      setStyle(host, { ...boxStyle(shownAt), visibility: "visible" });
      host.element.showPopover();
    },
    hide() {
      shownAt = undefined;
      if (!host) return;
      clearTimeout(forgetting);
      forgetting = setTimeout(remove, HIDDEN_CARD_KEEP_MS);
      setStyle(host, { visibility: "hidden" });
      closePopover(host);
    },
    box: () => shownAt,
    owns: (target) => host !== undefined && target === host.element,
    remove,
  };
}

/**
 * The element that the host must be a child of to be seen and usable: the fullscreen element, the modal
 * dialog that holds the mention (or the last one open), else the root. Everything outside a modal dialog is inert.
 */
function parentFor(near: Element | null): Element {
  const fullscreen = document.fullscreenElement;
  if (fullscreen && !/^(img|video|canvas|iframe|embed|object)$/.test(fullscreen.localName))
    return fullscreen;
  for (let node: Node | null = near; node; node = composedParent(node))
    if (node instanceof HTMLDialogElement && node.matches(":modal")) return node;
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement;
}

function closePopover({ element }: Host): void {
  if (element.matches(":popover-open")) element.hidePopover();
}

function viewSize(): { width: number; height: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  // In quirks mode the root is as high as its content.
  return {
    width: Math.min(clientWidth, innerWidth),
    height:
      document.compatMode === "BackCompat" ? innerHeight : Math.min(clientHeight, innerHeight),
  };
}

/**
 * The host's style stands in its own shadow tree, with priority: there it beats every rule of the page, inline and
 * `!important` ones too (CSS Cascade 5, 6.1: for important declarations the inner context wins), and the page's
 * markup says nothing of it. `all` also keeps the page's fonts away. Hidden by `visibility`, not `display`: a frame
 * that is laid out paints its first answer sooner.
 */
const STYLE = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  width: ${CARD_WIDTH_PX}px !important;
  height: ${CARD_HEIGHT_PX}px !important;
  visibility: hidden !important;
}
iframe {
  display: block;
  width: 100%;
  height: 100%;
  border: 0;
  border-radius: 12px;
  /* The card's scheme is the system's, whatever the page's own. */
  color-scheme: light dark;
  box-shadow: 0 0 0 1px rgb(0 0 0 / 14%), 0 10px 32px rgb(0 0 0 / 26%);
}`;

/** The host, and the rule of its own style that says where it is and whether it can be seen. */
interface Host {
  element: HTMLElement;
  rule: CSSStyleDeclaration;
}

function createHost(url: string, onPointer: () => void): Host {
  const element = document.createElement("div");
  element.popover = "manual";
  const frame = document.createElement("iframe");
  // Without it a page with COEP blocks the frame; browsers that lack it ignore the property.
  frame.credentialless = true;
  frame.title = "Keycard Lookup";
  frame.src = url;
  frame.addEventListener("pointerenter", onPointer);

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const root = element.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [sheet];
  root.append(frame);
  return { element, rule: (sheet.cssRules[0] as CSSStyleRule).style };
}

function setStyle({ rule }: Host, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) rule.setProperty(name, value, "important");
}

function boxStyle(box: Box): Record<string, string> {
  const { left, top, width, height } = box;
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}

declare global {
  interface HTMLIFrameElement {
    /** https://developer.mozilla.org/docs/Web/API/HTMLIFrameElement/credentialless; absent from lib.dom (TypeScript 7.0). */
    credentialless?: boolean;
  }
}
