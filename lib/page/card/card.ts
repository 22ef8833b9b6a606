import type { FrameInput } from "../../contract/content-scripts.ts";
import { isCardless } from "../cardless.ts";
import { currentMention } from "../current-mention.ts";
import { isFrame } from "../frames.ts";
import type { CardPart, CardParts } from "../in-top-frame.ts";
import type { KeyboardPlace } from "../keyboard/keyboard-place.ts";
import type { PointerPlace } from "../pointer.ts";
import { focusedElement } from "../shadow.ts";
import type { CardEffect } from "./card-effect.ts";
import { createCardHost } from "./card-host.ts";
import type { CardInput } from "./card-input.ts";
import { step } from "./card-machine.ts";
import { AT_FIRST, awaitedIn, type CardState, shownIn } from "./card-state.ts";
import { foundInFrame } from "./found-in-frame.ts";
import { onLeaving } from "./leaving.ts";

/** One function for each effect. A missing one doesn't compile. */
type Hands = { [E in CardEffect as E["type"]]: (effect: E) => void };

/**
 * Draws the card: in the top frame only, and loaded at the first hovered mention. It decides nothing: it passes events
 * to card-machine.ts, and performs the effects that it returns.
 */
export function createCard(
  { background, lifetime: { signal, alive }, part, pointer: seenBefore }: CardParts,
  makeHost = createCardHost,
): CardPart {
  let state: CardState = AT_FIRST;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the pointer was last seen in this frame, used to place what another frame reports. */
  let pointer: PointerPlace | undefined;
  /** Where the keyboard focus was when it was last seen outside the card. */
  let before: KeyboardPlace | undefined;
  /** Tells the background which frames belong to the same document. */
  const page = Math.random();

  const host = makeHost({
    async frameUrl() {
      const reply = await background.send("issueTicket", { page });
      return reply && `${chrome.runtime.getURL("card.html")}#${reply.ticket}`;
    },
    onPointer: () => inCard(Date.now()),
    // Nothing notifies this script when the extension is reloaded, or when the page removes the host or reuses the
    // word's row.
    onWatch: () => alive() && watch(),
  });

  function input(given: CardInput): void {
    if (signal.aborted) return;
    const next = step(state, given, part.settings()?.showMs);
    state = next.state;
    for (const effect of next.effects) (hands[effect.type] as (what: CardEffect) => void)(effect);
  }

  const hands: Hands = {
    wait({ ms }) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const awaited = awaitedIn(state);
        input({ type: "elapsed", standing: awaited && currentMention(awaited, part) });
      }, ms);
    },
    "stop-waiting": () => clearTimeout(timer),
    warm: ({ near }) => void host.ready(near),
    load({ showing, near, anew }) {
      if (anew) host.remove();
      else host.hide();
      void host.ready(near).then((hasHost) => input({ type: "loaded", showing, hasHost }));
    },
    draw: ({ box, expanded }) => host.draw(box, expanded),
    fill({ type: _, showing, ...card }) {
      void background.send("fillCard", card).then((reply) => {
        input({ type: "filled", showing, painted: reply?.painted === true });
      });
    },
    prefetch: ({ query }) => void background.send("prefetch", { query }),
    reveal() {
      host.reveal();
      noteFocus();
      void background.send("showCard");
    },
    focus() {
      host.focus();
      globalThis.keycardLookupKeyboard?.release();
    },
    place: ({ box, expanded }) => host.place(box, expanded),
    resize: ({ box, expanded }) => host.resize(box, expanded),
    hide() {
      const hadFocus = host.hasFocus();
      host.hide();
      // Otherwise, the next keys would go to an invisible frame.
      if (hadFocus) host.giveBackFocus(before);
      // A frame that lent the focus once must not take it from where the user has moved since.
      const isOfFrame = hadFocus && !!before?.element && isFrame(before.element);
      before = undefined;
      globalThis.keycardLookupKeyboard?.release();
      void background.send("emptyCard", { hadFocus: isOfFrame });
    },
    remove: () => host.remove(),
  };

  function noteFocus(): void {
    // A frame that was replaced has lost the focus to the body.
    const isLost = focusedElement() === document.body && before?.element?.isConnected;
    if (!host.hasFocus() && !isLost) before = globalThis.keycardLookupKeyboard?.place();
  }

  function watch(): void {
    const card = shownIn(state);
    if (!card) return;
    input({
      type: "watched",
      host: host.condition(card.found.element),
      standing: currentMention(card.found, part),
      isKeyboardLost: focusedElement() === document.body,
    });
  }

  /** @param time when the pointer was there, ms since the epoch */
  function inCard(time: number): void {
    // A click may follow and take the focus.
    if (!host.hasFocus()) before = globalThis.keycardLookupKeyboard?.place();
    input({ type: "in-card", time });
  }

  function fromFrame(given: FrameInput, zoom: number): CardInput {
    switch (given.type) {
      case "over": {
        const found = foundInFrame({ ...given, zoom }, pointer, "pointer");
        return { type: "over", found, time: given.time, where: "in-frame" };
      }
      case "away": {
        const at = given.time === undefined ? undefined : { time: given.time };
        return { type: "away", at, card: host.box() };
      }
      case "dismiss":
        return given;
    }
  }

  function seen(place: PointerPlace): void {
    pointer = place;
    input({ type: "seen", time: place.time });
  }

  const leave = () => input({ type: "leave" });

  if (seenBefore) seen(seenBefore);
  addEventListener("resize", () => input({ type: "window-resized" }), { signal });
  onLeaving(leave, signal);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    host.remove();
  });

  return {
    over(found, { time, since }) {
      if (isCardless()) return;
      const lateMs = since && performance.now() - since;
      input({ type: "over", found, time, lateMs, where: "here" });
    },
    ask(found, by) {
      input({ type: "ask", found, by });
      return { type: "shown" };
    },
    away: (place) => input({ type: "away", at: place, card: host.box() }),
    dismiss: (by) => input({ type: "dismiss", by }),
    seen,
    isOpen: () => state.life.name === "open",
    element: () => (state.life.name === "idle" ? undefined : state.life.found.element),
    owns: host.owns,
    handlers: {
      frameInput({ input: given, zoom }) {
        if (given.type !== "over" || !isCardless()) input(fromFrame(given, zoom));
      },
      frameInvoked(told) {
        // No card will appear: the frame gets its keys back.
        if (isCardless()) void background.send("emptyCard", { hadFocus: false });
        else input({ type: "ask", found: foundInFrame(told, pointer, told.by), by: told.by });
      },
      pointerInCard: ({ time }) => inCard(time),
      closeCard: () => input({ type: "close" }),
      pinCard: ({ pinned }) => input({ type: pinned ? "pin" : "unpin" }),
      resizeCard: ({ expanded }) => input({ type: "resize", expanded }),
    },
    drop: leave,
  };
}
