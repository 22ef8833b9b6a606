/**
 * Elements that the browser can visit in a second for the underlines of a changing page, in all its frames together,
 * before the underlines are paused: about 90 ms.
 */
export const MARKS_REDRAWN_PER_S = 150_000;

/** Changes within this time belong to one frame, ms: there are 60 frames a second. */
const FRAME_MS = 16;

/** How long frames are counted, after which a restless page can become calm again; ms. */
const WINDOW_MS = 1_000;

/** How much calmer than restless a page must be for its underlines to return, to avoid flicker. */
const CALMER = 4;

/** Whether a page changes rarely enough to have underlines. */
export interface Calm {
  readonly calm: boolean;
  /** The page has changed. */
  changed(): void;
}

/**
 * If there is a single underline in a layer, the browser recomputes the extent of everything drawn in that layer for
 * each frame after a DOM change: about 0.6 µs per element, and more in long paragraphs (Chromium 156, measured
 * 2026-11). On a large page that keeps changing it would do nothing else. It can't be timed, because it happens in
 * whatever first needs layout, which is the browser itself when the pointer moves.
 *
 * @param onChange called when `calm` changes
 */
export function watchCalm(onChange: () => void, signal: AbortSignal): Calm {
  let calm = true;
  let windowStart = Number.NEGATIVE_INFINITY;
  let lastFrame = Number.NEGATIVE_INFINITY;
  let frames = 0;

  function become(now: boolean): void {
    calm = now;
    onChange();
  }

  function countAnew(): void {
    frames = 0;
    setTimeout(lookAgain, WINDOW_MS);
  }

  function lookAgain(): void {
    if (signal.aborted) return;
    if (isRestless(frames, MARKS_REDRAWN_PER_S / CALMER)) countAnew();
    else become(true);
  }

  return {
    get calm() {
      return calm;
    },
    changed() {
      const now = performance.now();
      if (now - lastFrame < FRAME_MS) return;
      lastFrame = now;
      if (calm && now - windowStart > WINDOW_MS) {
        windowStart = now;
        frames = 0;
      }
      frames++;
      if (!calm || !isRestless(frames, MARKS_REDRAWN_PER_S)) return;
      become(false);
      countAnew();
    },
  };
}

/** A single change is never too many: a page that changes now and then keeps its underlines, however large it is. */
function isRestless(frames: number, limit: number): boolean {
  return frames > 1 && frames * document.getElementsByTagName("*").length > limit;
}
