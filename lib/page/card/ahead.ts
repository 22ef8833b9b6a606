import type { Found } from "../found.ts";
import type { CardEffect } from "./card-effect.ts";
import type { CardInput } from "./card-input.ts";
import type { CardState, Pending, Progress } from "./card-state.ts";
import { byPointer, openByPointer } from "./opening.ts";
import { beginsAhead, firstWait, MEANT_MS } from "./rest.ts";
import { begin } from "./showing.ts";
import { become, closed, idle, type Step } from "./step.ts";

/**
 * A card that is prepared but not visible yet. Once the pointer seems to rest on purpose, the card's frame is told who
 * it is about and drawn invisibly: the lookup runs while the pointer still rests, and the card opens with its answer.
 */

type Input<Type> = CardInput & { type: Type };

/** The pointer has moved onto a mention. @param showMs milliseconds until the card opens */
export function pointerWaits(
  state: CardState,
  { found, lateMs = 0 }: Input<"over">,
  showMs: number,
): Step {
  return become(
    state,
    { name: "pending", found, progress: { is: "nothing" } },
    { type: "warm", near: found.element },
    { type: "wait", ms: firstWait(showMs) - lateMs },
  );
}

/** The pointer moves on to another mention. */
export function pointerGoesOver(
  state: CardState,
  pending: Pending,
  over: Input<"over">,
  showMs: number,
): Step {
  const next = pointerWaits(state, over, showMs);
  if (pending.progress.is === "nothing") return next;
  return { ...next, effects: [...closed(state).effects, ...next.effects] };
}

/** The time is up. A list may have reused the row while the pointer rested: then no one is there. */
export function restElapsed(
  state: CardState,
  pending: Pending,
  { standing }: Input<"elapsed">,
  showMs: number,
): Step {
  if (!standing) return cancelPending(state, pending);
  if (pending.progress.is !== "nothing" || !beginsAhead(showMs))
    return opened(state, pending, standing);
  const begun = begin(state, { ...pending, found: standing }, "first");
  return { ...begun, effects: [...begun.effects, { type: "wait", ms: showMs - MEANT_MS }] };
}

/** Shows no one, and reverts whatever was prepared. @param dismissed the mention, if the user dismissed it */
export function cancelPending(state: CardState, { progress }: Pending, dismissed?: Found): Step {
  return (progress.is === "nothing" ? idle : closed)(state, dismissed);
}

/** Lets the card be visible as far as it is ready. @param found the current state of the mention */
function opened(state: CardState, { progress: ahead }: Pending, found: Found): Step {
  if (ahead.is === "nothing") return openByPointer(state, found);
  const isReady = ahead.is === "ready";
  const progress: Progress = isReady ? { is: "seen" } : ahead;
  const effects: CardEffect[] = [];
  // Until it has loaded there is nothing to place.
  if (ahead.is !== "loading") effects.push({ type: "place", box: found.box, expanded: false });
  if (isReady) effects.push({ type: "reveal" });
  return become(state, { ...byPointer(found), progress }, ...effects);
}
