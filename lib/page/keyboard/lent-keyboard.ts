import { holdKeys } from "./hold-keys.ts";
import { type KeyboardPlace, keyboardPlace } from "./keyboard-place.ts";

/** The keyboard focus of a document in which the command was pressed. It is lent to the card. */
export interface LentKeyboard {
  /**
   * Records where the focus is, and holds keys until the card has it. @param onEsc Esc was pressed: the card isn't
   * wanted any more, and isn't there yet
   */
  lend(onEsc: () => void): void;
  /** Whether Esc was pressed since the focus was last lent, before the card got it. */
  isWithdrawn(): boolean;
  /** Stops holding keys. The focus won't return: it is here already, or has moved elsewhere. */
  release(): void;
  /** The card has closed: the focus returns to where it was. */
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
      // Neither the body nor an element that already has the focus within its document takes it.
      if (place) window.focus();
      place?.restore();
      place = undefined;
    },
  };
}
