import { SIGHT_REPORT_MS } from "./plain-sight.ts";

/**
 * Milliseconds for which the card has to be plainly visible, and to stand still, before a click in it counts, after a
 * page has covered or moved it: as long as Chromium guards its own prompts against a click that was meant for
 * something else, the gap of a slow double click.
 */
export const CLICK_STEADY_MS = 500;

/** Milliseconds within which a card that is shown is reported visible, and is no card that was covered before. */
export const CARD_REVEAL_MS = 1_000;

/**
 * Whether a click in the card counts: it does while the card can plainly be seen, and not right after a page has let go
 * of it or moved it, for then the click was meant for what stood there before.
 */
export interface ClickGuard {
  /** The card was told whom to show: it is about to be seen. */
  shown(): void;
  /** The person has asked for the card's other size: it may come to stand elsewhere, once. */
  resizing(): void;
  /** It has its other size now: where the pointer was seen in it means nothing any more. */
  resized(): void;
  /** The browser says whether the card can plainly be seen from now on. */
  seen(plainly: boolean): void;
  /** The pointer was seen in the card. */
  pointer(place: PointerPlace): void;
  /** @param at when the person clicked: what is decided later is decided of that moment */
  allows(at: number): boolean;
}

/** Where the pointer is in the card's frame and on the screen, px. */
export interface PointerPlace {
  clientX: number;
  clientY: number;
  screenX: number;
  screenY: number;
}

/** @param now ms, of a clock that never goes back */
export function createClickGuard(elapsed: () => number): ClickGuard {
  let visibleSince: number | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  /** How often it has come into sight since it was shown, or resized. */
  let sights = 0;
  let movedAt = Number.NEGATIVE_INFINITY;
  let ownMoveUntil = Number.NEGATIVE_INFINITY;
  let last: PointerPlace | undefined;

  const isSteady = (since: number, at: number) => at - since >= CLICK_STEADY_MS;

  function reveal(): void {
    shownAt = elapsed();
    sights = visibleSince === undefined ? 0 : 1;
  }

  return {
    shown() {
      reveal();
      last = undefined;
    },
    resizing() {
      reveal();
      ownMoveUntil = shownAt + CARD_REVEAL_MS;
    },
    resized() {
      last = undefined;
    },
    seen(plainly) {
      if (plainly && visibleSince === undefined) {
        visibleSince = elapsed();
        sights += 1;
      } else if (!plainly) {
        visibleSince = undefined;
        // A report of this moment may still be about the card that stood there before.
        if (elapsed() - shownAt < SIGHT_REPORT_MS) sights = 0;
      }
    },
    pointer(place) {
      if (last && isMovedFrame(last, place)) {
        if (elapsed() >= ownMoveUntil) movedAt = elapsed();
        ownMoveUntil = Number.NEGATIVE_INFINITY;
      }
      last = place;
    },
    allows(at) {
      if (visibleSince === undefined || !isSteady(movedAt, at)) return false;
      // What comes into sight when it is shown was not covered before; what does so a second time was.
      const isRevealed = sights === 1 && Math.abs(visibleSince - shownAt) < CARD_REVEAL_MS;
      return isRevealed || isSteady(visibleSince, at);
    },
  };
}

/** Px that the screen's places may be off by rounding. */
const OFF_PX = 2;

/** How often the one way may be as long as the other in a page that the reader has zoomed: to between 25 % and 500 %. */
const ZOOM_MAX = 8;

/**
 * Whether the frame moved below a resting pointer, or along with one that moves. In a page that zooms itself, a resting
 * pointer seems to move by a fraction of a px (Chromium 150).
 */
function isMovedFrame(before: PointerPlace, after: PointerPlace): boolean {
  const inFrame = Math.hypot(after.clientX - before.clientX, after.clientY - before.clientY);
  const onScreen = Math.hypot(after.screenX - before.screenX, after.screenY - before.screenY);
  const [shorter, longer] = inFrame < onScreen ? [inFrame, onScreen] : [onScreen, inFrame];
  return longer > OFF_PX && longer > ZOOM_MAX * shorter;
}
