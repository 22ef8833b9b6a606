import type { CardEffect } from "./card-effect.ts";
import type { CardInput } from "./card-input.ts";
import type { Attempt, CardState, Open, Pending, Pinned, UnderWay } from "./card-state.ts";
import { become, closed, type Step, unchanged } from "./step.ts";

/** One showing of someone, from its start until the card is visible. */

type Input<Type> = CardInput & { type: Type };

type Shown = Open | Pinned | Pending;

/** The card that should be shown. */
type Wanted = Omit<Open, "progress"> | Omit<Pinned, "progress"> | Omit<Pending, "progress">;

/** Starts a showing. Results of an earlier one are ignored from now on. */
export function begin(state: CardState, wanted: Wanted, attempt: Attempt): Step {
  const showing = state.showings + 1;
  const progress: UnderWay = { is: "loading", showing, attempt };
  const near = wanted.found.element;
  const effects: CardEffect[] = [{ type: "load", showing, near, anew: attempt !== "first" }];
  // A card that shouldn't be visible yet waits until the pointer has rested long enough.
  if (wanted.name !== "pending") effects.unshift({ type: "stop-waiting" });
  return become({ ...state, showings: showing }, { ...wanted, progress }, ...effects);
}

export function loaded(state: CardState, card: Shown, input: Input<"loaded">): Step {
  const { progress, found } = card;
  if (!isNews("loading", progress, input)) return unchanged(state);
  if (!input.hasHost) return closed(state);
  const { showing, attempt } = progress;
  const { query, source, box } = found;
  const expanded = "expanded" in card && card.expanded;
  const pinned = card.name === "pinned";
  return become(
    state,
    { ...card, progress: { ...progress, is: "filling" } },
    { type: "draw", box, expanded },
    { type: "fill", showing, query, source, pinned, expanded, again: attempt !== "first" },
  );
}

/**
 * Never the wrong person (design, invariant 7): a card whose frame doesn't report in time that it shows no one else is
 * replaced by a new one.
 */
export function filled(state: CardState, card: Shown, input: Input<"filled">): Step {
  const { progress } = card;
  if (!isNews("filling", progress, input)) return unchanged(state);
  if (!input.painted && progress.attempt !== "last") return begin(state, card, "last");
  if (card.name === "pending") return become(state, { ...card, progress: { is: "ready" } });
  return become(
    state,
    { ...card, progress: { is: "seen" } },
    { type: "reveal" },
    ...(card.takesKeyboard ? [{ type: "focus" } as const] : []),
  );
}

/** Whether an input belongs to this showing and its current step, and not to an earlier one. */
function isNews(
  is: UnderWay["is"],
  progress: Shown["progress"],
  { showing }: { showing: number },
): progress is UnderWay {
  return progress.is === is && progress.showing === showing;
}
