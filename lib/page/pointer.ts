import type { PageSettings } from "../contract/page-settings.ts";
import { timeOf } from "../event-time.ts";
import { onTrusted } from "./trusted.ts";

/** Milliseconds between two looks at what is under a moving pointer. */
export const POINTER_LOOK_MS = 50;

/** Speed in CSS px per ms above which a pointer is passing by, not hovering. */
export const POINTER_FAST_PX_PER_MS = 0.8;

/** CSS px in this frame's viewport. */
export interface Point {
  x: number;
  y: number;
}

/** Where the pointer is, in CSS px in this frame's viewport and on the screen. */
export interface PointerPlace extends Point {
  screenX: number;
  screenY: number;
  /** When it was there, in ms since the epoch, which frames of one page can compare. */
  time: number;
  /** When it was first time to look there, by `performance.now()`: parts may have been loaded since then. */
  since?: number;
  /** Whether a modifier key was held at that moment. */
  holds(modifier: NonNullable<PageSettings["modifier"]>): boolean;
}

export interface PointerWatcher {
  /** The pointer has slowed down or come to rest: time to look at what is below it. */
  onLook(place: PointerPlace): void;
  /** The pointer passes by too fast, or (without a place) has left this frame or has a button down. */
  onAway(place?: PointerPlace): void;
}

export interface PointerWatch {
  /** Looks again at the pointer's position. @param key the press of a modifier key, which counts from now on */
  again(key?: KeyboardEvent): void;
  /** A button is pressed: don't look until the pointer moves. */
  away(): void;
}

/**
 * Watches a mouse or pen and reports when to look at what is below it: at most every POINTER_LOOK_MS, never for events
 * that a script dispatched, and never for those that the browser dispatches when the page moves under a resting pointer
 * (design, invariant 3).
 */
export function watchPointer(watcher: PointerWatcher, signal: AbortSignal): PointerWatch {
  let last: PointerPlace | undefined;
  /** Whether the pointer is in this frame with no button down. */
  let pointing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    if (!last || !pointing) return;
    last.since ??= performance.now();
    watcher.onLook(last);
  }

  function away(): void {
    clearTimeout(timer);
    timer = undefined;
    pointing = false;
    watcher.onAway();
  }

  function onMove(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    if (event.buttons !== 0) {
      away();
      return;
    }
    const place = placeOf(event);
    const moved = last ? Math.hypot(place.screenX - last.screenX, place.screenY - last.screenY) : 1;
    if (!moved) return;
    const fast = last && moved / Math.max(1, place.time - last.time) > POINTER_FAST_PX_PER_MS;
    last = place;
    pointing = true;
    if (fast) {
      watcher.onAway(place);
      clearTimeout(timer);
      timer = undefined;
    }
    timer ??= setTimeout(look, POINTER_LOOK_MS);
  }

  onTrusted("pointermove", signal, onMove);
  onTrusted("pointerout", signal, (event) => {
    if (event.relatedTarget === null) away();
  });
  signal.addEventListener("abort", () => clearTimeout(timer));

  return {
    again(key) {
      if (last && key)
        last = {
          ...last,
          since: key.timeStamp,
          holds: (modifier) => key.getModifierState(modifier),
        };
      look();
    },
    away,
  };
}

/** Where a mouse event happened. */
export function placeOf(event: MouseEvent): PointerPlace {
  return {
    x: event.clientX,
    y: event.clientY,
    screenX: event.screenX,
    screenY: event.screenY,
    time: timeOf(event),
    holds: (modifier) => event.getModifierState(modifier),
  };
}
