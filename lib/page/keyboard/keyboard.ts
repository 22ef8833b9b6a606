import { createCardKeyboard } from "./card-keyboard.ts";
import { keyboardPlace } from "./keyboard-place.ts";
import { createLentKeyboard, type LentKeyboard } from "./lent-keyboard.ts";

/**
 * Everything that a document does with the keyboard for a card: for its own card in the top frame, and as the frame
 * where the command was pressed.
 */
export interface Keyboard extends LentKeyboard {
  /** See keyboard-place.ts. */
  place: typeof keyboardPlace;
  /** See card-keyboard.ts. */
  ofCard: typeof createCardKeyboard;
}

declare global {
  /** Set by page-keyboard.js in the content scripts' isolated world, which the page can't see. */
  var keycardLookupKeyboard: Keyboard | undefined;
}

export function createKeyboard(): Keyboard {
  return { ...createLentKeyboard(), place: keyboardPlace, ofCard: createCardKeyboard };
}
