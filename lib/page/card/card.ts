import { SAFE_PATH_MS } from "../../limits.ts";
import type { FrameInput } from "../../messages/page-messages.ts";
import type { Background } from "../background.ts";
import type { Found } from "../found.ts";
import type { FrameRole } from "../frame-role.ts";
import type { Lifetime } from "../lifetime.ts";
import type { Point, PointerPlace } from "../pointer.ts";
import { createCardHost } from "./card-host.ts";
import { type CardInput, type CardState, IDLE, step } from "./card-machine.ts";
import { learn, type TopView, toTop } from "./frame-place.ts";
import { isTowards } from "./safe-path.ts";

/** Draws the card: in the top frame only, and loaded at the first mention that somebody points at. */
export function createCard(background: Background, { signal, alive }: Lifetime): FrameRole {
  let state: CardState = IDLE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let view: TopView | undefined;
  let left: { from: Point; time: number } | undefined;
  /** Counts what was shown, so that a late reply of the background opens nothing that was closed meanwhile. */
  let shows = 0;

  const host = createCardHost(
    async () => {
      const reply = await background.send({ type: "card/prepare" });
      const ticket = (reply as { ticket?: unknown } | undefined)?.ticket;
      return typeof ticket === "string"
        ? `${chrome.runtime.getURL("card.html")}#${ticket}`
        : undefined;
    },
    () => input({ type: "on-card" }),
    alive,
  );

  async function show(found: Found): Promise<void> {
    const mine = ++shows;
    host.hide();
    await host.warm(found.element);
    // Waits for the card to have let go of whom it showed before: never the wrong person (design, invariant 7).
    await background.send({ type: "card/show", sought: found.sought });
    if (mine === shows && !signal.aborted) await host.show(found.box, found.element);
  }

  function hide(): void {
    shows++;
    host.hide();
    void background.send({ type: "card/hidden" });
  }

  function input(given: CardInput): void {
    const next = step(state, given);
    state = next.state;
    if (next.timer !== undefined) clearTimeout(timer);
    if (typeof next.timer === "number")
      timer = setTimeout(() => input({ type: "elapsed" }), next.timer);
    if (given.type !== "away") left = undefined;
    if (next.effect?.type === "warm") void host.warm(elementOf(state));
    if (next.effect?.type === "show") void show(next.effect.found);
    if (next.effect?.type === "hide") hide();
  }

  function away(place?: PointerPlace): void {
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

  function fromFrame(given: FrameInput): void {
    if (given.type === "away") away();
    if (given.type === "dismiss") input({ type: "dismiss" });
    if (!("anchor" in given)) return;
    const frame = document.querySelector("iframe:hover, frame:hover") ?? document.activeElement;
    const box = toTop(given.anchor, view, frame);
    const element = frame ?? document.documentElement;
    const found = { sought: given.sought, box, element };
    input({ type: given.type, found });
  }

  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    host.remove();
  });

  return {
    over: (found) => input({ type: "over", found }),
    ask: (found) => input({ type: "ask", found }),
    away,
    dismiss: () => input({ type: "dismiss" }),
    seen(place) {
      view = learn(view, place);
    },
    isOpen: () => state.name === "open",
    element: () => elementOf(state) ?? undefined,
    owns: host.owns,
    hear(message) {
      if (message.type === "frame-input") fromFrame(message.input);
      if (message.type === "card-close") input({ type: "close" });
      if (message.type === "card-pin") input({ type: message.pinned ? "pin" : "unpin" });
    },
    drop() {
      input({ type: "close" });
      host.remove();
    },
  };
}

function elementOf(state: CardState): Element | null {
  return "found" in state ? state.found.element : null;
}
