import { HOVER_SHOW_MS } from "../../limits.ts";
import { cancelPending } from "./ahead.ts";
import type { CardInput } from "./card-input.ts";
import { type CardState, shownIn } from "./card-state.ts";
import {
  inFrame,
  intoCard,
  outOfCard,
  seenOutside,
  type Whereabouts,
} from "./pointer-whereabouts.ts";
import { closed, idle, type Step, unchanged } from "./step.ts";
import { fromIdle, fromPending } from "./when-closed.ts";
import { fromOpen } from "./when-open.ts";
import { fromPinned } from "./when-pinned.ts";

/**
 * The life cycle of the card in a page, as a pure state machine without DOM or clock. Everything about the card is
 * decided here; card.ts provides the input and performs the effects.
 *
 * @param showMs milliseconds that the pointer rests on a mention before the card opens
 */
export function step(before: CardState, input: CardInput, showMs = HOVER_SHOW_MS): Step {
  const pointer = whereabouts(before.pointer, input);
  if (!pointer) return unchanged(before);
  const state = { ...before, pointer };
  if (input.type === "leave") return pageLeft(state);
  const { life } = state;
  switch (life.name) {
    case "idle":
      return fromIdle(state, life, input, showMs);
    case "pending":
      return fromPending(state, life, input, showMs);
    case "open":
      return fromOpen(state, life, input, showMs);
    case "pinned":
      return fromPinned(state, life, input);
  }
}

/** @returns undefined for late events, which must have no effect */
function whereabouts(before: Whereabouts, input: CardInput): Whereabouts | undefined {
  switch (input.type) {
    case "seen":
      return seenOutside(before, input.time);
    case "over":
      return (input.where === "here" ? outOfCard : inFrame)(before, input.time);
    case "away":
      return outOfCard(before, input.at?.time);
    case "in-card":
      return intoCard(before, input.time);
    default:
      return before;
  }
}

/**
 * Closes a pinned card too: its frame's port is disconnected, and a page with such a frame isn't kept in the
 * back/forward cache.
 */
function pageLeft(state: CardState): Step {
  const step = shownIn(state)
    ? closed(state)
    : state.life.name === "pending"
      ? cancelPending(state, state.life)
      : idle(state);
  return { ...step, effects: [...step.effects, { type: "remove" }] };
}
