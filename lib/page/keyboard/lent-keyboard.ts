import { holdKeys } from "./hold-keys.ts";
import { type KeyboardPlace, keyboardPlace } from "./keyboard-place.ts";

/** The keyboard of a document from which the command has asked for a card. */
export interface LentKeyboard {
  /** Notes where the keyboard is, and holds its keys until the card has it. @param onEsc it is not wanted any more, and is not here yet */
  lend(onEsc: () => void): void;
  /** Whether Esc was pressed since the keyboard was lent last, before the card had it. */
  isWithdrawn(): boolean;
  /** Keys are the page's again, and the keyboard does not come back: it is here, or has gone elsewhere. */
  release(): void;
  /** The card has closed: the keyboard comes back to where it was. */
  giveBack(): void;
}

export function createLentKeyboard(): LentKeyboard {
  let place: KeyboardPlace | undefined;
  let endHold = () => {};
  let withdrawn = false;
  return {
    lend(onEsc) {
      endHold();
      place = keyboardPlace();
      withdrawn = false;
      endHold = holdKeys(() => {
        withdrawn = true;
        onEsc();
      });
    },
    isWithdrawn: () => withdrawn,
    release() {
      endHold();
      place = undefined;
    },
    giveBack() {
      endHold();
      // The body takes no focus, nor does an element that has it within its document already.
      if (place) window.focus();
      place?.restore();
      place = undefined;
    },
  };
}
