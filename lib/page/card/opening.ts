import { isSameQuery } from "../../query-key.ts";
import type { Found } from "../found.ts";
import type { CardInput } from "./card-input.ts";
import type { CardState, Open } from "./card-state.ts";
import { ASKED, BY_POINTER } from "./hold.ts";
import { begin } from "./showing.ts";
import type { Step } from "./step.ts";

/** The ways in which a card opens. */

/** A card that the pointer has opened. */
export function byPointer(found: Found): Omit<Open, "progress"> {
  return { name: "open", found, hold: BY_POINTER, expanded: false, takesKeyboard: false };
}

/** The pointer has rested long enough. @param former the card that is open */
export function openByPointer(state: CardState, found: Found, former?: Open): Step {
  return begin(state, { ...byPointer(found), expanded: expandedFor(found, former) }, "first");
}

/** The command or the menu asks for someone: there is nothing to wait for. @param former the card that is open */
export function openOnRequest(
  state: CardState,
  { found, by }: CardInput & { type: "ask" },
  former?: Open,
): Step {
  const expanded = expandedFor(found, former);
  const takesKeyboard = by === "keyboard";
  return begin(state, { name: "open", found, hold: ASKED, expanded, takesKeyboard }, "first");
}

/** The second size is kept for one person. */
function expandedFor(found: Found, former: Open | undefined): boolean {
  return former?.expanded === true && isSameQuery(former.found.query, found.query);
}
