import type { Found } from "../found.ts";
import type { CardEffect } from "./card-effect.ts";
import type { CardInput } from "./card-input.ts";
import type { Attempt, CardState, Pending } from "./card-state.ts";
import { BY_POINTER } from "./hold.ts";
import { pointedAt } from "./opening.ts";
import { type Awaited, restBegins, restIsMeant, restStirs } from "./rest.ts";
import { drawn, isOf, load } from "./showing.ts";
import { become, idle, type Step, unchanged } from "./step.ts";

/**
 * A card that is not shown yet. Once the rest looks meant, its frame is told whom it is about, drawn where nobody can see
 * it: the look-up runs while the pointer rests on, and the card opens with its answer.
 */

type Input<Type> = CardInput & { type: Type };

/** The pointer has come onto a mention. @param showMs until the card opens */
export function pointerWaits(
  state: CardState,
  { found, time }: Input<"over">,
  showMs: number,
): Step {
  const { rest, ms } = restBegins(time, showMs);
  const pending: Pending = { name: "pending", found, rest, ahead: { is: "nothing" } };
  return become(state, pending, { type: "warm", near: found.element }, { type: "wait", ms });
}

/** It goes over to another mention. */
export function pointerGoesOver(
  state: CardState,
  pending: Pending,
  input: Input<"over">,
  showMs: number,
): Step {
  const next = pointerWaits(state, input, showMs);
  return { ...next, effects: [...forgets(pending), ...next.effects] };
}

/** It moves on the same one. */
export function pointerStirs(
  state: CardState,
  pending: Pending,
  { time }: Input<"over">,
  showMs: number,
): Step {
  const awaited = restStirs(pending.rest, time, showMs);
  return awaited ? waits(state, pending, awaited) : unchanged(state);
}

/** The time is up. A list may have used the row again while the pointer rested: then nobody stands there. */
export function restElapsed(
  state: CardState,
  pending: Pending,
  { standing }: Input<"elapsed">,
  showMs: number,
): Step {
  if (!standing) return givenUp(state, pending);
  const awaited = restIsMeant(pending.rest, showMs);
  if (!awaited) return opened(state, pending, standing);
  const waiting = waits(state, { ...pending, found: standing }, awaited);
  return begun(waiting, { ...pending, found: standing, rest: awaited.rest }, "first");
}

export function loadedAhead(state: CardState, pending: Pending, input: Input<"loaded">): Step {
  const { ahead, found } = pending;
  if (ahead.is !== "loading" || !isOf(ahead, input)) return unchanged(state);
  if (!input.hasHost) return givenUp(state, pending);
  const filling = { ...ahead, is: "filling" } as const;
  return become(
    state,
    { ...pending, ahead: filling },
    ...drawn(found, filling, { pinned: false, expanded: false }),
  );
}

export function filledAhead(state: CardState, pending: Pending, input: Input<"filled">): Step {
  const { ahead } = pending;
  if (ahead.is !== "filling" || !isOf(ahead, input)) return unchanged(state);
  if (!input.painted && ahead.attempt !== "last") return begun(unchanged(state), pending, "last");
  return become(state, { ...pending, ahead: { is: "ready" } });
}

/** Nobody is shown. @param dismissed whom it was about, if the person does not want to see them */
export function givenUp(state: CardState, pending: Pending, dismissed?: Found): Step {
  const step = idle(state, dismissed);
  return { ...step, effects: [...step.effects, ...forgets(pending)] };
}

/** What was begun ahead is taken back. */
function forgets({ ahead }: Pending): CardEffect[] {
  return ahead.is === "nothing" ? [] : [{ type: "hide" }];
}

function waits(state: CardState, pending: Pending, { rest, ms }: Awaited): Step {
  return become(state, { ...pending, rest }, { type: "wait", ms });
}

function begun({ state, effects }: Step, pending: Pending, attempt: Attempt): Step {
  const showing = state.showings + 1;
  return {
    state: {
      ...state,
      showings: showing,
      life: { ...pending, ahead: { is: "loading", showing, attempt } },
    },
    effects: [...effects, load(pending.found, { showing, attempt })],
  };
}

/** The card may be seen, as far as it is there. @param found the mention as it stands by now */
function opened(state: CardState, { ahead }: Pending, found: Found): Step {
  if (ahead.is === "nothing") return pointedAt(state, found);
  const card = {
    name: "open",
    found,
    hold: BY_POINTER,
    expanded: false,
    takesKeyboard: false,
  } as const;
  const place = { type: "place", box: found.box, expanded: false } as const;
  switch (ahead.is) {
    case "loading":
      return become(state, { ...card, progress: ahead });
    case "filling":
      return become(state, { ...card, progress: ahead }, place);
    case "ready":
      return become(state, { ...card, progress: { is: "seen" } }, place, { type: "reveal" });
  }
}
