import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from "../limits";
import { type Box, place } from "./placement";
import { composedParent } from "./shadow";

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
 */
export function createCardHost(
  frameUrl: () => Promise<string | undefined>,
  onPointer: () => void,
): CardHost {
  let host: HTMLElement | undefined;
  let loading: Promise<void> | undefined;
  let shownAt: Box | undefined;

  function remove(): void {
    host?.remove();
    host = undefined;
    loading = undefined;
    shownAt = undefined;
  }

  async function load(parent: Element): Promise<void> {
    const url = await frameUrl();
    if (url === undefined) return remove();
    host = createHost(url, onPointer);
    parent.append(host);
  }

  /** The host stands where the top layer lets it be seen; moving it elsewhere means a new frame. */
  function ensure(parent: Element): Promise<void> {
    if (host && (!host.isConnected || host.parentNode !== parent)) remove();
    loading ??= load(parent);
    return loading;
  }

  return {
    warm: (near) => ensure(parentFor(near)),
    async show(box, near) {
      await ensure(parentFor(near));
      if (!host) return;
      shownAt = place(box, { width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX }, viewSize());
      setPlace(host, shownAt);
      if (host.matches(":popover-open")) host.hidePopover();
      host.showPopover();
      host.style.setProperty("visibility", "visible", "important");
    },
    hide() {
      shownAt = undefined;
      if (!host?.isConnected) return;
      host.style.setProperty("visibility", "hidden", "important");
      if (host.matches(":popover-open")) host.hidePopover();
    },
    box: () => shownAt,
    owns: (target) => host !== undefined && target === host,
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

function viewSize(): { width: number; height: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  // In quirks mode the root is as high as its content.
  return {
    width: Math.min(clientWidth, innerWidth),
    height: document.compatMode === "BackCompat" ? innerHeight : Math.min(clientHeight, innerHeight),
  };
}

/**
 * Set with priority, and on top of `all: initial`, so that no rule of the page (nor its fonts) reaches the host.
 * Hidden by `visibility`, not `display`: a frame that is laid out paints its first answer sooner.
 */
const HOST_STYLE = {
  all: "initial",
  display: "block",
  position: "fixed",
  "z-index": "2147483647",
  visibility: "hidden",
  "color-scheme": "normal",
};

function createHost(url: string, onPointer: () => void): HTMLElement {
  const host = document.createElement("div");
  host.popover = "manual";
  for (const [name, value] of Object.entries(HOST_STYLE))
    host.style.setProperty(name, value, "important");
  setPlace(host, { left: 0, top: 0, width: CARD_WIDTH_PX, height: CARD_HEIGHT_PX });

  const frame = document.createElement("iframe");
  // Without it a page with COEP blocks the frame; browsers that lack it ignore the property.
  frame.credentialless = true;
  frame.title = "Keycard Lookup";
  frame.src = url;
  for (const [name, value] of Object.entries({
    display: "block",
    width: "100%",
    height: "100%",
    border: "0",
    "border-radius": "12px",
    "box-shadow": "0 0 0 1px rgb(0 0 0 / 14%), 0 10px 32px rgb(0 0 0 / 26%)",
    "color-scheme": "normal",
  }))
    frame.style.setProperty(name, value);
  frame.addEventListener("pointerenter", onPointer);
  host.attachShadow({ mode: "closed" }).append(frame);
  return host;
}

function setPlace(host: HTMLElement, box: Box): void {
  for (const name of ["left", "top", "width", "height"] as const)
    host.style.setProperty(name, `${box[name]}px`, "important");
}

declare global {
  interface HTMLIFrameElement {
    /** https://developer.mozilla.org/docs/Web/API/HTMLIFrameElement/credentialless; absent from lib.dom (TypeScript 7.0). */
    credentialless?: boolean;
  }
}
