import type { Found } from "../found.ts";
import type { CardEffect } from "./card-effect.ts";
import type { CardState, Life } from "./card-state.ts";
import { withoutCard } from "./pointer-whereabouts.ts";

/** The result of an input. */
export interface Step {
  state: CardState;
  effects: readonly CardEffect[];
}

/** The input has no effect. */
export function unchanged(state: CardState): Step {
  return { state, effects: [] };
}

export function become(state: CardState, life: Life, ...effects: CardEffect[]): Step {
  return { state: { ...state, life }, effects };
}

/** Stops waiting, and shows nothing. */
export function idle(state: CardState, dismissed?: Found): Step {
  return become(state, { name: "idle", dismissed }, { type: "stop-waiting" });
}

/**
 * Closes the visible card.
 *
 * @param dismissed the mention that it was about, if the user closed it
 */
export function closed(state: CardState, dismissed?: Found): Step {
  const step = idle({ ...state, pointer: withoutCard(state.pointer) }, dismissed);
  return { ...step, effects: [...step.effects, { type: "hide" }] };
}
