import { WORD_CHECK_MS } from "../../limits.ts";
import { createHostElement, type HostElement, setBox, setVisibility } from "./host-element.ts";
import { parentFor, viewSize } from "./host-parent.ts";
import { type Box, CARD_SIZE, MORE_SIZE, place, placeAgain } from "./placement.ts";

/**
 * Milliseconds that a hidden card stays loaded: less than the 30 s after which an idle worker is stopped, which would
 * cut the card's line and have it wake the worker again.
 */
const HIDDEN_CARD_KEEP_MS = 20_000;

/**
 * The one element that the extension adds to a page: a host in the top layer whose closed shadow root
 * holds the card's frame (design, invariant 1). Its size, and its second one, are the same whatever the card shows.
 */
export interface CardHost {
  /** Loads the frame, hidden, so that it stands ready when the card opens. @param near as for `draw` */
  warm(near: Element | null): Promise<void>;
  /**
   * Puts the card beside a box, drawn but not yet to be seen: the browser would first show what the frame painted
   * last, which may be somebody else.
   *
   * @param near the element the mention was read from
   * @param expanded in its second size
   */
  draw(box: Box, near: Element | null, expanded: boolean): Promise<void>;
  /** Gives it its second size, or its first again, beside the same box. */
  resize(box: Box, expanded: boolean): void;
  /** Lets it be seen, where `draw` has put it. */
  reveal(): void;
  hide(): void;
  /** Moves the keyboard into the card. */
  focus(): void;
  hasFocus(): boolean;
  /** Moves the keyboard out of the card. @param to where it was before */
  giveBackFocus(to: Element | null): void;
  /** Where the card is, CSS px, or undefined while it is hidden. */
  box(): Box | undefined;
  /** Whether the card can be seen and used where it was put: a page may remove it, move it, or open a dialog over it. */
  isUsable(near: Element | null): boolean;
  /** Whether an event's target is the host: what happens in the card is no click outside. */
  owns(target: EventTarget | null): boolean;
  remove(): void;
}

export interface CardHostParts {
  /** The card's URL with a fresh ticket, or undefined when the background gives none. */
  frameUrl: () => Promise<string | undefined>;
  /** The pointer enters the card, where the browser tells the page so. */
  onPointer: () => void;
  /** Called every WORD_CHECK_MS while the host is in the page. */
  onWatch: () => void;
}

export function createCardHost({ frameUrl, onPointer, onWatch }: CardHostParts): CardHost {
  let host: HostElement | undefined;
  let loading: Promise<void> | undefined;
  let drawnAt: Box | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  let loads = 0;

  /** A frame that is not seen is unloaded after a while. */
  function rest(): void {
    clearTimeout(forgetting);
    if (!drawnAt) forgetting = setTimeout(remove, HIDDEN_CARD_KEEP_MS);
  }

  function remove(): void {
    loads++;
    clearTimeout(forgetting);
    clearInterval(watch);
    host?.element.remove();
    host = undefined;
    loading = undefined;
    drawnAt = undefined;
  }

  const hasFocus = () => host !== undefined && document.activeElement === host.element;

  const focus = () => host?.frame.focus({ preventScroll: true });

  /** The keyboard does not go by itself to a document that comes into the frame only after it (Chromium 156). */
  function focusAnew(): void {
    if (!hasFocus()) return;
    host?.frame.blur();
    focus();
  }

  async function load(parent: Element): Promise<void> {
    const mine = ++loads;
    const url = await frameUrl();
    // Another was asked for meanwhile, or none any more.
    if (mine !== loads) return;
    if (url === undefined) return remove();
    host = createHostElement(url);
    host.frame.addEventListener("pointerenter", onPointer);
    host.frame.addEventListener("load", focusAnew);
    parent.append(host.element);
    watch = setInterval(onWatch, WORD_CHECK_MS);
  }

  /** The host stands where the top layer lets it be seen; moving it elsewhere means a new frame. */
  function ensure(parent: Element): Promise<void> {
    clearTimeout(forgetting);
    if (host && (!host.element.isConnected || host.element.parentNode !== parent)) remove();
    loading ??= load(parent);
    return loading;
  }

  function put(element: HostElement, box: Box): void {
    drawnAt = box;
    setBox(element, box, element.element.parentElement?.currentCSSZoom ?? 1);
  }

  return {
    async warm(near) {
      await ensure(parentFor(near));
      rest();
    },
    async draw(box, near, expanded) {
      await ensure(parentFor(near));
      if (!host) return;
      put(host, place(box, expanded ? MORE_SIZE : CARD_SIZE, viewSize()));
      setVisibility(host, "drawn");
      closePopover(host);
      host.element.showPopover();
    },
    resize(box, expanded) {
      if (!host || !drawnAt) return;
      const size = expanded ? MORE_SIZE : CARD_SIZE;
      put(host, placeAgain(drawnAt, box, size, viewSize()));
    },
    reveal() {
      if (host && drawnAt) setVisibility(host, "shown");
    },
    hide() {
      drawnAt = undefined;
      if (!host) return;
      rest();
      setVisibility(host, "hidden");
      closePopover(host);
    },
    focus,
    hasFocus,
    giveBackFocus(to) {
      host?.frame.blur();
      if (to instanceof HTMLElement || to instanceof SVGElement) to.focus({ preventScroll: true });
    },
    box: () => drawnAt,
    isUsable: (near) =>
      host !== undefined &&
      host.element.parentNode === parentFor(near) &&
      host.element.matches(":popover-open") &&
      (!drawnAt || standsAt(host, drawnAt)),
    owns: (target) => host !== undefined && target === host.element,
    remove,
  };
}

/** Px that a box may be off by rounding. */
const OFF_PX = 1;

/** A page can move the host, and with it the frame below a pointer, by `zoom` on the root for one. */
function standsAt({ element }: HostElement, { left, top, width, height }: Box): boolean {
  const is = element.getBoundingClientRect();
  return [is.left - left, is.top - top, is.width - width, is.height - height].every(
    (off) => Math.abs(off) <= OFF_PX,
  );
}

function closePopover({ element }: HostElement): void {
  if (element.matches(":popover-open")) element.hidePopover();
}
