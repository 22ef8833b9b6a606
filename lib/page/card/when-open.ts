import { HOVER_HIDE_MS } from "../../limits.ts";
import { isSame } from "../found.ts";
import type { CardInput } from "./card-input.ts";
import type { CardState, Open } from "./card-state.ts";
import { ASKED, away, BY_POINTER, besides } from "./hold.ts";
import { openByPointer, openOnRequest } from "./opening.ts";
import { isInCard } from "./pointer-whereabouts.ts";
import { beginsAhead, firstWait, MEANT_MS } from "./rest.ts";
import { filled, loaded } from "./showing.ts";
import { become, closed, type Step, unchanged } from "./step.ts";

type Input<Type> = CardInput & { type: Type };

/** @param showMs milliseconds that the pointer rests on another mention before the card changes to it */
export function fromOpen(state: CardState, card: Open, input: CardInput, showMs: number): Step {
  switch (input.type) {
    case "over":
      return over(state, card, input, showMs);
    case "in-card":
      return heldByPointer(state, card);
    case "away":
      return left(state, card, input);
    case "elapsed":
      return elapsed(state, card, input, showMs);
    case "ask":
      return openOnRequest(state, input, card);
    case "dismiss":
      // A page that scrolls by itself doesn't close a card that someone is reading. Scrolling over the card doesn't
      // scroll the page.
      return input.by === "scroll" && isInCard(state.pointer)
        ? unchanged(state)
        : closed(state, card.found);
    case "window-resized":
    case "close":
      return closed(state, card.found);
    case "pin":
      return pinned(state, card);
    case "resize":
      return resized(state, card, input);
    case "watched":
      return watched(state, card, input);
    case "loaded":
      return loaded(state, card, input);
    case "filled":
      return filled(state, card, input);
    default:
      return unchanged(state);
  }
}

/** Changes to a neighboring mention only when the pointer rests on it, to avoid flicker. */
function over(state: CardState, card: Open, { found }: Input<"over">, showMs: number): Step {
  const { hold } = card;
  if (isSame(card.found, found)) return heldByPointer(state, card);
  if (hold.by === "neighbor" && isSame(hold.next, found)) return unchanged(state);
  const life = { ...card, hold: besides(hold, found) };
  return become(state, life, { type: "wait", ms: firstWait(showMs) });
}

function heldByPointer(state: CardState, card: Open): Step {
  return become(state, { ...card, hold: BY_POINTER }, { type: "stop-waiting" });
}

function left(state: CardState, card: Open, input: Input<"away">): Step {
  const at = input.at && "x" in input.at ? input.at : undefined;
  const { hold, time } = away(card.hold, at, input.card);
  const life = { ...card, hold };
  switch (time) {
    case "begins":
      return become(state, life, { type: "wait", ms: HOVER_HIDE_MS });
    case "stops":
      return become(state, life, { type: "stop-waiting" });
    case "goes-on":
      return become(state, life);
  }
}

function elapsed(
  state: CardState,
  card: Open,
  { standing }: Input<"elapsed">,
  showMs: number,
): Step {
  const { found, hold } = card;
  if (hold.by === "leaving") return closed(state);
  if (hold.by !== "neighbor") return unchanged(state);
  // The frame still shows this card: only the answer can be fetched before.
  if (standing && !hold.isPrefetched && beginsAhead(showMs))
    return become(
      state,
      { ...card, hold: { ...hold, next: standing, isPrefetched: true } },
      { type: "wait", ms: showMs - MEANT_MS },
      { type: "prefetch", query: standing.query },
    );
  // A list may have reused the neighboring row while the pointer rested.
  return standing ? openByPointer(state, standing, card) : closed(state, found);
}

function pinned(state: CardState, { hold: _, ...card }: Open): Step {
  return become(state, { ...card, name: "pinned" }, { type: "stop-waiting" });
}

function resized(state: CardState, card: Open, { expanded }: Input<"resize">): Step {
  if (card.progress.is === "loading") return unchanged(state);
  return become(
    state,
    { ...card, expanded, hold: ASKED },
    { type: "stop-waiting" },
    { type: "resize", box: card.found.box, expanded },
  );
}

/** Closes it if the page has hidden or removed it; and if its word is gone, unless the pointer is in the card. */
function watched(state: CardState, card: Open, { host, standing }: Input<"watched">): Step {
  if (card.progress.is === "loading") return unchanged(state);
  if (host === "displaced" || host === "gone") return closed(state, card.found);
  const isRead = isInCard(state.pointer);
  // The user didn't close it: if the word reappears and is hovered, the card opens.
  if (!standing) return isRead ? unchanged(state) : closed(state);
  const life = { ...card, found: standing };
  return host === "in-the-way" && !isRead
    ? become(state, life, { type: "place", box: standing.box, expanded: card.expanded })
    : become(state, life);
}
