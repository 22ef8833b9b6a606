import type { Anchor, FrameInput, Sought } from "../../messages/page-messages.ts";
import type { Found } from "../found.ts";
import type { AskedBy, FrameRole } from "../frame-role.ts";
import { focusedFrame, hoveredFrame } from "../frames.ts";
import type { CardParts } from "../in-top-frame.ts";
import type { Point, PointerPlace } from "../pointer.ts";
import { focusedElement } from "../shadow.ts";
import { createCardHost } from "./card-host.ts";
import { type CardInput, type CardState, IDLE, step } from "./card-machine.ts";
import { frameOfPointer, toTop } from "./frame-place.ts";
import { isTowards } from "./safe-path.ts";

/** Longest time in ms that a pointer on its way to the card may keep it open. */
const SAFE_PATH_MS = 1_000;

/** Milliseconds by which the clocks of two processes may differ: no pointer is so quick from one frame into another. */
const CLOCK_SKEW_MS = 4;

/** Draws the card: in the top frame only, and loaded at the first mention that somebody points at. */
export function createCard({
  background,
  lifetime: { signal, alive },
  part,
  pointer: seenBefore,
}: CardParts): FrameRole {
  /** Where the pointer was last seen in this frame. */
  let pointer: PointerPlace | undefined = seenBefore;
  let state: CardState = IDLE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left: { from: Point; time: number } | undefined;
  /** When the pointer was last seen inside the card (ms since the epoch): news of where it was before mean nothing. */
  let inCardAt = 0;
  /** Whether it is still there. */
  let onCard = false;
  /** When the pointer was last seen in this frame, outside the card and all other frames. */
  let outsideAt = 0;
  /** Whether the keyboard asked for the card, which then takes it. */
  let byKeyboard = false;
  /** Where the keyboard was when it was last seen outside the card. */
  let before: Element | null = null;
  /** Whether a click outside the card is closing it. */
  let clickedAway = false;
  /** Whether the card has its second size, which it keeps for one person, or while it is pinned. */
  let expanded = false;
  /** Counts what was shown, so that a late reply of the background opens nothing that was closed meanwhile. */
  let shows = 0;

  const host = createCardHost({
    frameUrl: async () => {
      const reply = await background.send({ type: "card/prepare" });
      const ticket = (reply as { ticket?: unknown } | undefined)?.ticket;
      return typeof ticket === "string"
        ? `${chrome.runtime.getURL("card.html")}#${ticket}`
        : undefined;
    },
    onPointer: () => onPointer(epochNow()),
    // An extension that was reloaded tells nobody, a page that removes the host or re-uses the word's row neither.
    onWatch: () => alive() && mend(),
  });

  function onPointer(time: number): void {
    // Late news: it has been seen outside since.
    if (time <= outsideAt + CLOCK_SKEW_MS) return;
    inCardAt = time;
    onCard = true;
    // A click may follow, and take the keyboard.
    if (!host.hasFocus()) before = focusedElement();
    input({ type: "on-card" });
  }

  async function show(found: Found): Promise<void> {
    const mine = ++shows;
    const isOver = () => mine !== shows || signal.aborted;
    host.hide();
    if (state.name !== "pinned") expanded = false;
    if (!(await draw(found)) && !isOver()) {
      // A frame that does not say so in time may still show somebody else: a new one shows nobody.
      host.remove();
      await draw(found);
    }
    if (isOver()) return;
    host.reveal();
    noteFocus();
    if (byKeyboard) host.focus();
  }

  function noteFocus(): void {
    const focused = focusedElement();
    // A frame that had to be set up anew has lost the keyboard to the body.
    const isLost = focused === document.body && before?.isConnected;
    if (!host.hasFocus() && !isLost) before = focused;
  }

  /** @returns whether the card certainly paints nobody else any more: never the wrong person (design, invariant 7) */
  async function draw({ sought, box, element }: Found): Promise<boolean> {
    await host.draw(box, element, expanded);
    const pinned = state.name === "pinned";
    const reply = await background.send({ type: "card/show", sought, pinned, expanded });
    return (reply as { shown?: unknown } | undefined)?.shown === true;
  }

  function hide(): void {
    shows++;
    inCardAt = 0;
    onCard = false;
    expanded = false;
    const hadFocus = host.hasFocus();
    byKeyboard = false;
    host.hide();
    // Else the next keys would go into a frame that nobody sees. A click elsewhere takes the keyboard itself.
    if (hadFocus && !clickedAway) host.giveBackFocus(before);
    void background.send({ type: "card/hidden" });
  }

  /**
   * A pinned card that the page has removed, or covered with a dialog, is set up anew; another closes, also when its
   * word is gone, but for somebody who reads in it.
   */
  function mend(): void {
    if (!host.box() || !("found" in state)) return;
    const { found } = state;
    const usable = host.isUsable(found.element);
    if (state.name === "pinned") {
      if (!usable) void show(found);
    } else if (!usable || !(onCard || found.isThere())) input({ type: "close" });
  }

  function input(given: CardInput): void {
    const next = step(state, given, part.settings()?.showMs);
    state = next.state;
    if (next.timer !== undefined) clearTimeout(timer);
    if (typeof next.timer === "number")
      timer = setTimeout(() => input({ type: "elapsed" }), next.timer);
    if (given.type !== "away") left = undefined;
    if (next.effect?.type === "warm") void host.warm(elementOf(state));
    if (next.effect?.type === "show") {
      // A list may have used the row again while the pointer rested.
      if (next.effect.found.isThere()) void show(next.effect.found);
      else input({ type: "close" });
    }
    if (next.effect?.type === "hide") hide();
  }

  function ask(found: Found, by: AskedBy): undefined {
    if (by === "keyboard") byKeyboard = true;
    input({ type: "ask", found });
  }

  /** @param time when the pointer was seen outside, ms since the epoch; absent: it left the frame, perhaps into the card */
  function away(time = 0, place?: PointerPlace): void {
    if (inCardAt > 0 && time <= inCardAt - CLOCK_SKEW_MS) return;
    outsideAt = Math.max(outsideAt, time);
    onCard = false;
    const card = host.box();
    const now = performance.now();
    if (place) left ??= { from: place, time: now };
    const towardsCard =
      place !== undefined &&
      card !== undefined &&
      left !== undefined &&
      now - left.time < SAFE_PATH_MS &&
      isTowards(left.from, place, card);
    input({ type: "away", towardsCard });
  }

  function fromFrame(given: FrameInput, zoom: number): void {
    if (given.type === "away") away(given.time);
    if (given.type === "dismiss") input({ type: "dismiss" });
    // Late news: it has been seen in this frame since.
    if (given.type !== "over" || given.time <= outsideAt) return;
    onCard = false;
    input({ type: "over", found: inFrame(given, zoom, "pointer") });
  }

  function inFrame(
    { sought, anchor }: { sought: Sought; anchor: Anchor },
    zoom: number,
    by: AskedBy | "pointer",
  ): Found {
    const frame =
      by === "keyboard"
        ? focusedFrame()
        : (frameOfPointer(anchor, pointer, zoom) ??
          (pointer && !anchor.isDirect ? null : hoveredFrame()));
    const element = frame ?? document.documentElement;
    // The frame itself watches its word.
    const isThere = () => element.isConnected;
    return { sought, box: toTop(anchor, pointer, zoom, frame), element, isThere };
  }

  /** The window has another size: a pinned card stays inside it, another closes. */
  function onResize(): void {
    if (state.name === "pinned")
      void host.draw(state.found.box, state.found.element, expanded).then(host.reveal);
    else input({ type: "dismiss" });
  }

  function resize(to: boolean): void {
    if (!("found" in state) || !host.box()) return;
    expanded = to;
    host.resize(state.found.box, expanded);
    input({ type: "resized" });
  }

  function drop(): void {
    input({ type: "close" });
    host.remove();
  }

  addEventListener("resize", onResize, { signal });
  // A page with an extension's frame in it is not kept for the way back (Chromium 156).
  globalThis.navigation?.addEventListener(
    "navigate",
    ({ destination, downloadRequest }) => {
      if (!destination.sameDocument && downloadRequest === null && /^http/.test(destination.url))
        drop();
    },
    { signal },
  );
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    host.remove();
  });

  return {
    over(found, { time }) {
      if (time <= inCardAt - CLOCK_SKEW_MS) return;
      outsideAt = Math.max(outsideAt, time);
      onCard = false;
      input({ type: "over", found });
    },
    ask,
    away: (place) => away(place?.time, place),
    dismiss(by) {
      clickedAway = by === "click";
      input({ type: "dismiss" });
      clickedAway = false;
    },
    seen(place) {
      pointer = place;
      outsideAt = Math.max(outsideAt, place.time);
    },
    isOpen: () => state.name === "open",
    element: () => elementOf(state) ?? undefined,
    owns: host.owns,
    hear(message) {
      if (message.type === "frame-input") fromFrame(message.input, message.zoom);
      if (message.type === "frame-ask") {
        ask(inFrame(message, message.zoom, message.by), message.by);
      }
      if (message.type === "card-pointer") onPointer(message.time);
      if (message.type === "card-close") input({ type: "close" });
      if (message.type === "card-size") resize(message.expanded);
      if (message.type === "card-pin") input({ type: message.pinned ? "pin" : "unpin" });
    },
    drop,
  };
}

/** ms since the epoch on the clock of events; `Date.now()` drifts against it. */
function epochNow(): number {
  return performance.timeOrigin + performance.now();
}

function elementOf(state: CardState): Element | null {
  return "found" in state ? state.found.element : null;
}
