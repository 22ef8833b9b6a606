/**
 * Elements that the browser may go through in a second for the lines of a page that changes, all its frames together,
 * before the lines rest: about 90 ms.
 */
export const MARKS_REDRAWN_PER_S = 150_000;

/** Changes of a page within this time are for one and the same frame, ms: there are 60 frames a second. */
const FRAME_MS = 16;

/** Frames are counted for so long, and after that a page that was restless may be calm again; ms. */
const WINDOW_MS = 1_000;

/** How much calmer than what made it restless a page must be for its lines to come back: they are not to flicker. */
const CALMER = 4;

/** Whether a page changes seldom enough for lines in it. */
export interface Calm {
  readonly calm: boolean;
  /** The page changed. */
  changed(): void;
}

/**
 * For each frame after a change of the DOM the browser works out anew where all that is drawn in a layer ends, if there
 * is a single line in it: about 0.6 µs for each element, and more in long paragraphs (Chromium 156, measured 2026-11).
 * On a large page that keeps changing it would do nothing else. It is no use to time it: it happens in whatever asks
 * first where something is, which is the browser itself when the pointer moves.
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

/** One change alone is never too many: a page that changes now and then keeps its lines, however large it is. */
function isRestless(frames: number, limit: number): boolean {
  return frames > 1 && frames * document.getElementsByTagName("*").length > limit;
}
