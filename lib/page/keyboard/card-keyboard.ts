import type { HostElement } from "../card/host-element.ts";
import { isFrame } from "../frames.ts";
import { focusedElement, holds } from "../shadow.ts";
import { keep } from "./keep.ts";
import { type KeyboardPlace, keyboardPlace } from "./keyboard-place.ts";

/** How often the card takes the keyboard again when the page takes it away: a page that goes on has won. */
const RETAKEN_MAX = 5;

/** Milliseconds without that after which the page has not gone on, and it is counted anew: some look only now and then. */
const RETAKEN_FORGOTTEN_MS = 1_000;

/**
 * The keyboard's way into the card's frame and back. The page is told nothing of it: dialogs with a focus trap pull
 * back at once whatever leaves them (MUI, Bootstrap, Radix, focus-trap), and editors that lose the focus close, save or
 * forget their caret. For the page the keyboard stays where it was.
 */
export interface CardKeyboard {
  /** Moves the keyboard into the card, and again where the page takes it away. */
  take(): void;
  /** Whether it is in the card. */
  isIn(): boolean;
  /** Moves it out of the card. @param to where it was before */
  giveBack(to: KeyboardPlace | undefined): void;
  /** The host is taken out of the page. */
  end(): void;
}

export function createCardKeyboard({ element: host, frame }: HostElement): CardKeyboard {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  /** What has the keyboard as far as the page knows, while the card has it. */
  let lender: Element | undefined;
  /** To which element it has gone from the card, and the page was told so: of that way it need not hear twice. */
  let told: Element | undefined;
  /** We move the focus ourselves, and the page need not know. */
  let quiet = false;
  let retaken = 0;
  /** ms of the monotonic clock. */
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
    // Of the window it hears, as of every other frame that takes the keyboard.
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
      // The page knows that nothing had it, and is to know what has.
      if (!lender && moved !== told) return;
    }
    if (isBetween || quiet || !isOfPage) event.stopImmediatePropagation();
  }

  /** The keyboard has gone from the card to an element of the page. */
  function cameFromCard(to: Element): void {
    const from = lender?.isConnected ? lender : undefined;
    lender = from;
    queueMicrotask(() => {
      if (isIn() || !hasFocus(to)) return;
      const isBack = from !== undefined && holds(to, from);
      // A trap that looks by itself who has it brings it back there; what goes elsewhere may be meant.
      if (isBack && mayRetake()) {
        focus();
        return;
      }
      lender = undefined;
      if (from && !isBack) tellPage(from, to);
    });
  }

  /** Counts it, too. */
  function mayRetake(): boolean {
    const now = performance.now();
    if (now - retakenAt > RETAKEN_FORGOTTEN_MS) retaken = 0;
    retakenAt = now;
    return retaken++ < RETAKEN_MAX;
  }

  /** For the page the keyboard was never in the card: it goes from the one to the other once more, for it to hear. */
  function tellPage(from: Element, to: Element): void {
    // A frame forgets which of its elements had the focus.
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
  // Until the browser knows that the frame has the keyboard, keys come here.
  for (const type of ["keydown", "keypress", "keyup"] as const)
    addEventListener(
      type,
      (event) => {
        if (event.target === host && event.isTrusted && event.key !== "Escape") keep(event);
      },
      options,
    );
  // The keyboard does not go by itself to a document that comes into the frame only after it (Chromium 156).
  frame.addEventListener("load", () => {
    if (!isIn()) return;
    quietly(() => frame.blur());
    quietly(() => frame.focus({ preventScroll: true }));
  });

  return {
    take() {
      retaken = 0;
      focus();
      // A trap that has heard of it before we could hide it has pulled it back.
      while (!isIn() && mayRetake()) focus();
    },
    isIn,
    giveBack(to) {
      const from = lender?.isConnected ? lender : undefined;
      lender = undefined;
      // Whoever clicks quickly has moved it since the place was noted: then it goes back to where it came from.
      if (from instanceof HTMLElement && !(to?.element && holds(from, to.element)))
        quietly(() => from.focus({ preventScroll: true }));
      else if (from && from === to?.element) quietly(to.restore);
      else to?.restore();
      if (isIn()) quietly(() => frame.blur());
    },
    end: () => listening.abort(),
  };
}

/** Whether the focus is on an element, or inside it in a shadow tree that the page has closed. */
function hasFocus(element: Element): boolean {
  const focused = focusedElement();
  return focused !== null && holds(element, focused);
}
