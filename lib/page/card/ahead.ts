import type { Found } from "../found.ts";
import type { CardEffect } from "./card-effect.ts";
import type { CardInput } from "./card-input.ts";
import type { CardState, Pending, Progress } from "./card-state.ts";
import { byPointer, pointedAt } from "./opening.ts";
import { beginsAhead, firstWait, MEANT_MS } from "./rest.ts";
import { begin } from "./showing.ts";
import { become, closed, idle, type Step } from "./step.ts";

/**
 * A card that is not to be seen yet. Once the rest looks meant, its frame is told whom it is about, drawn where nobody can
 * see it: the look-up runs while the pointer rests on, and the card opens with its answer.
 */

type Input<Type> = CardInput & { type: Type };

/** The pointer has come onto a mention. @param showMs until the card opens */
export function pointerWaits(state: CardState, found: Found, showMs: number): Step {
  return become(
    state,
    { name: "pending", found, progress: { is: "nothing" } },
    { type: "warm", near: found.element },
    { type: "wait", ms: firstWait(showMs) },
  );
}

/** It goes over to another mention. */
export function pointerGoesOver(
  state: CardState,
  pending: Pending,
  found: Found,
  showMs: number,
): Step {
  const next = pointerWaits(state, found, showMs);
  if (pending.progress.is === "nothing") return next;
  return { ...next, effects: [...closed(state).effects, ...next.effects] };
}

/** The time is up. A list may have used the row again while the pointer rested: then nobody stands there. */
export function restElapsed(
  state: CardState,
  pending: Pending,
  { standing }: Input<"elapsed">,
  showMs: number,
): Step {
  if (!standing) return givenUp(state, pending);
  if (pending.progress.is !== "nothing" || !beginsAhead(showMs))
    return opened(state, pending, standing);
  const begun = begin(state, { ...pending, found: standing }, "first");
  return { ...begun, effects: [...begun.effects, { type: "wait", ms: showMs - MEANT_MS }] };
}

/** Nobody is shown, and what was begun ahead is taken back. @param dismissed by the person */
export function givenUp(state: CardState, { progress }: Pending, dismissed?: Found): Step {
  return (progress.is === "nothing" ? idle : closed)(state, dismissed);
}

/** The card may be seen, as far as it is there. @param found the mention as it stands by now */
function opened(state: CardState, { progress: ahead }: Pending, found: Found): Step {
  if (ahead.is === "nothing") return pointedAt(state, found);
  const isReady = ahead.is === "ready";
  const progress: Progress = isReady ? { is: "seen" } : ahead;
  const effects: CardEffect[] = [];
  // Before it is loaded there is nothing to place.
  if (ahead.is !== "loading") effects.push({ type: "place", box: found.box, expanded: false });
  if (isReady) effects.push({ type: "reveal" });
  return become(state, { ...byPointer(found), progress }, ...effects);
}
