import type { CardInput } from "./card-input.ts";
import type { Attempt, CardState, Open, Pinned, Progress } from "./card-state.ts";
import { become, closed, type Step, unchanged } from "./step.ts";

/** One showing of somebody, from when it is begun until the card can be seen. */

type Input<Type> = CardInput & { type: Type };

/** A card as it is to stand. */
type Wanted = Omit<Open, "progress"> | Omit<Pinned, "progress">;

/** Begins a showing; one that is on its way counts for nothing from now on. */
export function begin(state: CardState, wanted: Wanted, attempt: Attempt): Step {
  const showing = state.showings + 1;
  const progress: Progress = { is: "loading", showing, attempt };
  const { element } = wanted.found;
  return become(
    { ...state, showings: showing },
    { ...wanted, progress },
    { type: "stop-waiting" },
    { type: "load", showing, near: element, anew: attempt !== "first" },
  );
}

export function loaded(state: CardState, card: Open | Pinned, input: Input<"loaded">): Step {
  const { progress, found, expanded } = card;
  if (progress.is !== "loading" || progress.showing !== input.showing) return unchanged(state);
  if (!input.hasHost) return closed(state);
  const { showing, attempt } = progress;
  return become(
    state,
    { ...card, progress: { is: "filling", showing, attempt } },
    { type: "draw", box: found.box, expanded },
    {
      type: "fill",
      showing,
      query: found.query,
      source: found.source,
      pinned: card.name === "pinned",
      expanded,
      again: attempt !== "first",
    },
  );
}

/**
 * Never the wrong person (design, invariant 7): a card whose frame does not say in time that it paints nobody else is
 * replaced by a new one.
 */
export function filled(state: CardState, card: Open | Pinned, input: Input<"filled">): Step {
  const { progress, takesKeyboard } = card;
  if (progress.is !== "filling" || progress.showing !== input.showing) return unchanged(state);
  if (!input.painted && progress.attempt !== "last") return begin(state, card, "last");
  return become(
    state,
    { ...card, progress: { is: "seen" } },
    { type: "reveal" },
    ...(takesKeyboard ? [{ type: "focus" } as const] : []),
  );
}
