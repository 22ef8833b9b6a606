import type { CardInput } from "./card-input.ts";
import type { CardState, Pinned } from "./card-state.ts";
import { BY_POINTER } from "./hold.ts";
import { begin, filled, loaded } from "./showing.ts";
import { become, closed, type Step, unchanged } from "./step.ts";

type Input<Type> = CardInput & { type: Type };

export function fromPinned(state: CardState, card: Pinned, input: CardInput): Step {
  const { found, expanded, progress } = card;
  switch (input.type) {
    case "ask":
      return begin(
        state,
        { ...card, found: input.found, takesKeyboard: input.by === "keyboard" },
        "first",
      );
    case "close":
      return closed(state, found);
    case "unpin":
      return become(state, { ...card, name: "open", hold: BY_POINTER });
    case "resize":
      if (progress.is === "loading") return unchanged(state);
      return become(
        state,
        { ...card, expanded: input.expanded },
        { type: "resize", box: found.box, expanded: input.expanded },
      );
    case "window-resized":
      // One that is not there yet is placed when it comes.
      if (progress.is === "loading") return unchanged(state);
      return become(state, card, { type: "place", box: found.box, expanded });
    case "watched":
      return mended(state, card, input);
    case "loaded":
      return loaded(state, card, input);
    case "filled":
      return filled(state, card, input);
    default:
      return unchanged(state);
  }
}

/**
 * A card that the page has hidden, removed or covered stands again, and goes on with what it showed: nobody is asked for
 * again (design, invariant 3). The keyboard comes back to it only if it has gone nowhere else meanwhile.
 */
function mended(state: CardState, card: Pinned, { host, isKeyboardLost }: Input<"watched">): Step {
  const { found, expanded, progress } = card;
  if (progress.is === "loading" || host === "usable" || host === "in-the-way")
    return unchanged(state);
  const takesKeyboard = card.takesKeyboard && isKeyboardLost;
  if (host === "gone") return begin(state, { ...card, takesKeyboard }, "again");
  const place = { type: "place", box: found.box, expanded } as const;
  return progress.is === "seen" && takesKeyboard
    ? become(state, card, place, { type: "focus" })
    : become(state, card, place);
}
