import type { HostElement } from "../card/host-element.ts";
import { isFrame } from "../frames.ts";
import { focusedElement, holds } from "../shadow.ts";
import { keep } from "./keep.ts";
import { type KeyboardPlace, keyboardPlace } from "./keyboard-place.ts";

/** How often the card takes the focus back from the page; after that, the page keeps it. */
const RETAKEN_MAX = 5;

/** The count starts again after this many ms without a retake: some traps only check now and then. */
const RETAKEN_FORGOTTEN_MS = 1_000;

/**
 * Moves the keyboard focus into the card's frame and back, without the page noticing. Dialogs with a focus trap pull
 * back any focus that leaves them (MUI, Bootstrap, Radix, focus-trap), and editors that lose the focus close, save or
 * lose their caret. For the page, the focus stays where it was.
 */
export interface CardKeyboard {
  /** Moves the focus into the card, and back into it if the page takes it away. */
  take(): void;
  /** Whether the card has the focus. */
  isIn(): boolean;
  /** Moves the focus out of the card. @param to where it was before */
  giveBack(to: KeyboardPlace | undefined): void;
  /** The host is removed from the page. */
  end(): void;
}

export function createCardKeyboard({ element: host, frame }: HostElement): CardKeyboard {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  /** The element that still has the focus as far as the page knows, while the card has it. */
  let lender: Element | undefined;
  /**
   * The element that the focus has moved to from the card, if the page was already told so: it must not be told twice.
   */
  let told: Element | undefined;
  /** The focus is being moved by this code, which the page must not notice. */
  let quiet = false;
  let retaken = 0;
  /** When the focus was last taken back, ms on the monotonic clock. */
  let retakenAt = 0;

  function isIn(): boolean {
    const root = host.getRootNode();
    return (root instanceof ShadowRoot ? root : document).activeElement === host;
  }

  function quietly(move: () => void): void {
    quiet = true;
    try {
      move();
    } finally {
      quiet = false;
    }
  }

  function focus(): void {
    const focused = focusedElement();
    if (!isIn() && focused !== document.body) lender = focused ?? undefined;
    quietly(() => frame.focus({ preventScroll: true }));
  }

  function onFocusMoved(event: FocusEvent): void {
    // The window gets these events too, and for every other frame that takes the focus.
    if (!event.isTrusted || !(event.target instanceof Node)) return;
    const moved = event.composedPath()[0];
    const isOfPage = event.target !== host;
    const isBetween = isOfPage && event.relatedTarget === host;
    if (isBetween && !quiet && moved instanceof Element) {
      if (event.type === "blur") {
        lender = moved;
        told = undefined;
      }
      if (event.type === "focus") cameFromCard(moved);
      // The page believes that nothing had the focus, and must learn what has it now.
      if (!lender && moved !== told) return;
    }
    if (isBetween || quiet || !isOfPage) event.stopImmediatePropagation();
  }

  /** The focus has moved from the card to an element of the page. */
  function cameFromCard(to: Element): void {
    const from = lender?.isConnected ? lender : undefined;
    lender = from;
    queueMicrotask(() => {
      if (isIn() || !hasFocus(to)) return;
      const isBack = from !== undefined && holds(to, from);
      // A trap that polls the focus brings it back there; a move elsewhere may be intended.
      if (isBack && mayRetake()) {
        focus();
        return;
      }
      lender = undefined;
      if (from && !isBack) tellPage(from, to);
    });
  }

  /** Whether the focus can be taken back once more; counts it. */
  function mayRetake(): boolean {
    const now = performance.now();
    if (now - retakenAt > RETAKEN_FORGOTTEN_MS) retaken = 0;
    retakenAt = now;
    return retaken++ < RETAKEN_MAX;
  }

  /**
   * For the page, the card never had the focus. Repeats the move from one element to the other so that the page sees
   * it.
   */
  function tellPage(from: Element, to: Element): void {
    // A frame doesn't remember which of its elements had the focus.
    if (isFrame(to)) return;
    const place = keyboardPlace();
    quietly(() => {
      if (from instanceof HTMLElement) from.focus({ preventScroll: true });
      if (hasFocus(to) && place.element instanceof HTMLElement) place.element.blur();
    });
    place.restore();
    told = to;
  }

  for (const type of ["focus", "blur", "focusin", "focusout"] as const)
    addEventListener(type, onFocusMoved, options);
  // Keys arrive here until the browser knows that the frame has the focus.
  for (const type of ["keydown", "keypress", "keyup"] as const)
    addEventListener(
      type,
      (event) => {
        if (event.target === host && event.isTrusted && event.key !== "Escape") keep(event);
      },
      options,
    );
  // A document that loads into the frame later doesn't get the focus by itself (Chromium 156).
  frame.addEventListener("load", () => {
    if (!isIn()) return;
    quietly(() => frame.blur());
    quietly(() => frame.focus({ preventScroll: true }));
  });

  return {
    take() {
      retaken = 0;
      focus();
      // A trap that noticed the move before it could be hidden has pulled the focus back.
      while (!isIn() && mayRetake()) focus();
    },
    isIn,
    giveBack(to) {
      const from = lender?.isConnected ? lender : undefined;
      lender = undefined;
      // A quick click can come before the place is noted; the focus then returns to where it came from.
      if (from instanceof HTMLElement && !(to?.element && holds(from, to.element)))
        quietly(() => from.focus({ preventScroll: true }));
      else if (from && from === to?.element) quietly(to.restore);
      else to?.restore();
      if (isIn()) quietly(() => frame.blur());
    },
    end: () => listening.abort(),
  };
}

/** Whether the focus is on an element, or inside it in a closed shadow tree. */
function hasFocus(element: Element): boolean {
  const focused = focusedElement();
  return focused !== null && holds(element, focused);
}
