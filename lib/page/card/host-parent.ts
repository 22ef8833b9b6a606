import { composedParent } from "../shadow.ts";

/** Deeper than any page nests: a page that links its own tree into a ring must not cause an endless loop. */
const DEPTH_MAX = 1_000;

/**
 * Returns the element that must be the host's parent for it to be visible and usable: the fullscreen element, the modal
 * dialog that contains the mention (or else the one opened last), or the root. Everything outside a modal dialog is
 * inert.
 */
export function parentFor(near: Element | null): Element {
  const fullscreen = document.fullscreenElement;
  if (fullscreen && !/^(img|video|canvas|iframe|embed|object)$/.test(fullscreen.localName))
    return fullscreen;
  let node: Node | null = near;
  for (let depth = 0; node && depth < DEPTH_MAX; depth++) {
    if (node instanceof HTMLDialogElement && node.matches(":modal")) return node;
    node = composedParent(node);
  }
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement;
}

/** The window's size without scroll bars, CSS px. */
export function viewSize(): { width: number; height: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  // In quirks mode, the root is as high as its content.
  const quirks = document.compatMode === "BackCompat";
  return {
    width: Math.min(clientWidth, innerWidth),
    height: quirks ? innerHeight : Math.min(clientHeight, innerHeight),
  };
}
