import { createCardKeyboard } from "./card-keyboard.ts";
import { keyboardPlace } from "./keyboard-place.ts";
import { createLentKeyboard, type LentKeyboard } from "./lent-keyboard.ts";

/** All that a document does with its keyboard for a card: of its own in the top frame, and as whoever has asked for one. */
export interface Keyboard extends LentKeyboard {
  /** See keyboard-place.ts. */
  place: typeof keyboardPlace;
  /** See card-keyboard.ts. */
  ofCard: typeof createCardKeyboard;
}

declare global {
  /** Left by page-keyboard.js in the content scripts' own world, which the page cannot see. */
  var keycardLookupKeyboard: Keyboard | undefined;
}

export function createKeyboard(): Keyboard {
  return { ...createLentKeyboard(), place: keyboardPlace, ofCard: createCardKeyboard };
}
