import { HOVER_SHOW_MS } from "../../limits.ts";
import { givenUp } from "./ahead.ts";
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
 * The card's life in a page, as a pure state machine: no DOM, no clock. Whatever is decided about the card is decided
 * here; card.ts is its eyes and hands.
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

/** @returns undefined for late news, from which nothing may follow */
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

/** A pinned card goes too: its frame's line is cut, and a page with such a frame in it is not kept for the way back. */
function pageLeft(state: CardState): Step {
  const step = shownIn(state)
    ? closed(state)
    : state.life.name === "pending"
      ? givenUp(state, state.life)
      : idle(state);
  return { ...step, effects: [...step.effects, { type: "remove" }] };
}
