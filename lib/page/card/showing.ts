import type { Found } from "../found.ts";
import type { CardEffect } from "./card-effect.ts";
import type { CardInput } from "./card-input.ts";
import type { Attempt, CardState, Open, Pinned, Progress, UnderWay } from "./card-state.ts";
import { become, closed, type Step, unchanged } from "./step.ts";

/** One showing of somebody, from when it is begun until the card can be seen. */

type Input<Type> = CardInput & { type: Type };

/** A card as it is to stand. */
type Wanted = Omit<Open, "progress"> | Omit<Pinned, "progress">;

/** Begins a showing; one that is on its way counts for nothing from now on. */
export function begin(state: CardState, wanted: Wanted, attempt: Attempt): Step {
  const showing = state.showings + 1;
  const progress: Progress = { is: "loading", showing, attempt };
  return become(
    { ...state, showings: showing },
    { ...wanted, progress },
    { type: "stop-waiting" },
    load(wanted.found, progress),
  );
}

export function loaded(state: CardState, card: Open | Pinned, input: Input<"loaded">): Step {
  const { progress, found, expanded } = card;
  if (progress.is !== "loading" || !isOf(progress, input)) return unchanged(state);
  if (!input.hasHost) return closed(state);
  const filling = { ...progress, is: "filling" } as const;
  return become(
    state,
    { ...card, progress: filling },
    ...drawn(found, filling, { pinned: card.name === "pinned", expanded }),
  );
}

/**
 * Never the wrong person (design, invariant 7): a card whose frame does not say in time that it paints nobody else is
 * replaced by a new one.
 */
export function filled(state: CardState, card: Open | Pinned, input: Input<"filled">): Step {
  const { progress, takesKeyboard } = card;
  if (progress.is !== "filling" || !isOf(progress, input)) return unchanged(state);
  if (!input.painted && progress.attempt !== "last") return begin(state, card, "last");
  return become(
    state,
    { ...card, progress: { is: "seen" } },
    { type: "reveal" },
    ...(takesKeyboard ? [{ type: "focus" } as const] : []),
  );
}

/** Whether something comes of this showing, and not of an older one. */
export function isOf({ showing }: UnderWay, input: { showing: number }): boolean {
  return showing === input.showing;
}

/** Has a host for a showing. */
export function load({ element }: Found, { showing, attempt }: Omit<UnderWay, "is">): CardEffect {
  return { type: "load", showing, near: element, anew: attempt !== "first" };
}

/** Has the frame be about somebody, drawn so that it paints. */
export function drawn(
  { box, query, source }: Found,
  { showing, attempt }: UnderWay,
  standing: { pinned: boolean; expanded: boolean },
): CardEffect[] {
  const again = attempt !== "first";
  return [
    { type: "draw", box, expanded: standing.expanded },
    { type: "fill", showing, query, source, ...standing, again },
  ];
}
