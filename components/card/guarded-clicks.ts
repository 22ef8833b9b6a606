import { type Kept, kept } from "../parts/kept.ts";
import type { CardEvents } from "./card-store.ts";
import { createClickGuard } from "./click-guard.ts";
import { lookOnce, reportsCover, watchSight } from "./plain-sight.ts";

/** What the card shows and reports about clicks in it. */
export interface CardClicks {
  /** The last click was ignored, because the card wasn't fully visible. */
  refused: Kept<boolean>;
  /** The user has asked for the card's other size. */
  resizing(): void;
}

export interface GuardedClicks extends CardClicks, CardEvents {}

/**
 * Lets clicks in the card's document through only while the card is fully visible (design, invariant 1: a page can
 * cover, fade or move the frame to misdirect a click). This includes clicks by keyboard, because a page can move the
 * focus.
 */
export function guardClicks(card: Element): GuardedClicks {
  const guard = createClickGuard(() => performance.now());
  const refused = kept(false);
  const passed = new WeakSet<Event>();

  watchSight(card, guard.seen);

  function decide({ timeStamp }: Event): boolean {
    refused.value = !guard.allows(timeStamp);
    return !refused.value;
  }

  /** A click before the browser's first report waits for it, for a frame or two. */
  async function lookAndClick(event: MouseEvent): Promise<void> {
    guard.seen(await lookOnce(card));
    if (!decide(event)) return;
    const { target, bubbles, cancelable, composed, ctrlKey, shiftKey, altKey, metaKey } = event;
    const keys = { ctrlKey, shiftKey, altKey, metaKey };
    const again = new MouseEvent("click", { bubbles, cancelable, composed, ...keys });
    passed.add(again);
    target?.dispatchEvent(again);
  }

  function stop(event: MouseEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  const listening = { capture: true };
  addEventListener(
    "click",
    (event) => {
      if (passed.has(event)) return;
      if (event.isTrusted && guard.allows(event.timeStamp)) {
        refused.value = false;
        return;
      }
      stop(event);
      if (event.isTrusted) void lookAndClick(event);
    },
    listening,
  );
  addEventListener("auxclick", (event) => decide(event) || stop(event), listening);
  for (const type of ["mousemove", "mousedown"] as const)
    addEventListener(type, guard.pointer, { capture: true, passive: true });

  return {
    refused,
    hidden() {
      if (reportsCover()) guard.hidden();
    },
    resizing() {
      guard.resizing();
      addEventListener("resize", guard.resized, { once: true });
    },
    shown() {
      refused.value = false;
      guard.shown();
    },
  };
}
