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
      // A card that isn't there yet is placed when it has loaded.
      if (progress.is === "loading") return unchanged(state);
      return become(state, card, { type: "place", box: found.box, expanded });
    case "watched":
      return restored(state, card, input);
    case "loaded":
      return loaded(state, card, input);
    case "filled":
      return filled(state, card, input);
    default:
      return unchanged(state);
  }
}

/**
 * Restores a card that the page has hidden, removed or covered, with what it showed: no one is looked up again (design,
 * invariant 3). The keyboard focus returns to it only if it hasn't moved elsewhere meanwhile.
 */
function restored(
  state: CardState,
  card: Pinned,
  { host, isKeyboardLost }: Input<"watched">,
): Step {
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
