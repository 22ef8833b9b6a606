import { SIGHT_REPORT_MS } from "./plain-sight.ts";

/**
 * Milliseconds for which the card has to be fully visible and not move before a click in it counts, after a page has
 * covered or moved it. Chromium protects its own prompts for as long against a click that was meant for something else:
 * the gap of a slow double click.
 */
export const CLICK_STEADY_MS = 500;

/** Milliseconds within which a newly shown card is reported visible; later than that, it was covered at first. */
export const CARD_REVEAL_MS = 1_000;

/**
 * Whether a click in the card counts. It does while the card is fully visible, but not right after a page has uncovered
 * or moved it, because then the click was meant for what was there before.
 */
export interface ClickGuard {
  /** The card has become visible, or will in a moment: the page says so. */
  shown(): void;
  /** The card was closed, which the browser reports too. */
  hidden(): void;
  /** The user has asked for the card's other size: the card can move once. */
  resizing(): void;
  /** It has its other size now: earlier pointer positions in it are void. */
  resized(): void;
  /** The browser reports whether the card is fully visible from now on. */
  seen(plainly: boolean): void;
  /** The pointer moved in the card. */
  pointer(place: PointerPlace): void;
  /** @param at time of the click: a later decision is made for that time */
  allows(at: number): boolean;
}

/** Where the pointer is in the card's frame and on the screen, px. */
export interface PointerPlace {
  clientX: number;
  clientY: number;
  screenX: number;
  screenY: number;
}

/** @param elapsed a monotonic clock, ms */
export function createClickGuard(elapsed: () => number): ClickGuard {
  let visibleSince: number | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  /** How often it has become visible since it was shown or resized. */
  let sights = 0;
  /** The card was closed, and the browser hasn't reported that yet. */
  let isReportDue = false;
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
    hidden() {
      // It follows with the next frame: in a background tab, once that comes to the front again.
      isReportDue = visibleSince !== undefined;
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
        // A report that comes this early can still be about the previous card.
        if (isReportDue || elapsed() - shownAt < SIGHT_REPORT_MS) sights = 0;
      }
      isReportDue = false;
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
      // A card that becomes visible when it is shown wasn't covered before; one that does so a second time was.
      const isRevealed = sights === 1 && Math.abs(visibleSince - shownAt) < CARD_REVEAL_MS;
      return isRevealed || isSteady(visibleSince, at);
    },
  };
}

/** Px by which screen coordinates can differ through rounding. */
const OFF_PX = 2;

/** Largest ratio between the two distances in a page that the reader has zoomed: 25% to 500%. */
const ZOOM_MAX = 8;

/**
 * Whether the frame moved under a resting pointer, or along with a moving one. In a page that zooms itself, a resting
 * pointer seems to move by a fraction of a px (Chromium 150).
 */
function isMovedFrame(before: PointerPlace, after: PointerPlace): boolean {
  const inFrame = Math.hypot(after.clientX - before.clientX, after.clientY - before.clientY);
  const onScreen = Math.hypot(after.screenX - before.screenX, after.screenY - before.screenY);
  const [shorter, longer] = inFrame < onScreen ? [inFrame, onScreen] : [onScreen, inFrame];
  return longer > OFF_PX && longer > ZOOM_MAX * shorter;
}
