import { isSame } from "../found.ts";
import { cancelPending, pointerGoesOver, pointerWaits, restElapsed } from "./ahead.ts";
import type { CardInput } from "./card-input.ts";
import type { CardState, Idle, Pending } from "./card-state.ts";
import { openOnRequest } from "./opening.ts";
import { filled, loaded } from "./showing.ts";
import { become, type Step, unchanged } from "./step.ts";

/** @param showMs milliseconds that the pointer rests on a mention before the card opens */
export function fromIdle(state: CardState, life: Idle, input: CardInput, showMs: number): Step {
  switch (input.type) {
    case "over":
      return life.dismissed && isSame(life.dismissed, input.found)
        ? unchanged(state)
        : pointerWaits(state, input, showMs);
    case "away":
      return become(state, { name: "idle", dismissed: undefined });
    case "ask":
      return openOnRequest(state, input);
    default:
      return unchanged(state);
  }
}

/** @param showMs as above */
export function fromPending(
  state: CardState,
  life: Pending,
  input: CardInput,
  showMs: number,
): Step {
  switch (input.type) {
    case "over":
      return isSame(life.found, input.found)
        ? unchanged(state)
        : pointerGoesOver(state, life, input, showMs);
    case "elapsed":
      return restElapsed(state, life, input, showMs);
    case "loaded":
      return loaded(state, life, input);
    case "filled":
      return filled(state, life, input);
    case "ask":
      return openOnRequest(state, input);
    case "dismiss":
    case "window-resized":
      return cancelPending(state, life, life.found);
    case "away":
    case "close":
      return cancelPending(state, life);
    default:
      return unchanged(state);
  }
}
