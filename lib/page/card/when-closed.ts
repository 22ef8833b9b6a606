import { isSame } from "../found.ts";
import type { CardInput } from "./card-input.ts";
import type { CardState, Idle, Pending } from "./card-state.ts";
import { askedFor, pointedAt, pointerWaits } from "./opening.ts";
import { become, idle, type Step, unchanged } from "./step.ts";

/** @param showMs milliseconds that the pointer rests on a mention before the card opens */
export function fromIdle(state: CardState, life: Idle, input: CardInput, showMs: number): Step {
  switch (input.type) {
    case "over":
      return life.dismissed && isSame(life.dismissed, input.found)
        ? unchanged(state)
        : pointerWaits(state, input.found, showMs);
    case "away":
      return become(state, { name: "idle", dismissed: undefined });
    case "ask":
      return askedFor(state, input);
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
        : pointerWaits(state, input.found, showMs);
    case "elapsed":
      // A list may have used the row again while the pointer rested.
      return input.standing ? pointedAt(state, input.standing) : idle(state);
    case "ask":
      return askedFor(state, input);
    case "dismiss":
    case "window-resized":
      return idle(state, life.found);
    case "away":
    case "close":
      return idle(state);
    default:
      return unchanged(state);
  }
}
