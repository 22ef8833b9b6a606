import { keep } from "./keep.ts";

/** Milliseconds that keys are held at most: no card takes longer to stand (CARD_STUCK_MS of lib/cards). */
const KEYS_HELD_MS = 5_000;

/**
 * Holds the keys of this document that are meant for a card which cannot take the keyboard yet: Enter would reach the
 * page's own form (design, invariant 15). Ends by itself when the keyboard leaves the document, when the person clicks,
 * and after KEYS_HELD_MS. Esc is left to whoever closes the card.
 *
 * @returns a function that ends it
 */
export function holdKeys(): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => controller.abort();
  const timer = setTimeout(end, KEYS_HELD_MS);
  signal.addEventListener("abort", () => clearTimeout(timer));
  const held = new Set<string>();
  const listening = { capture: true, signal };

  addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted || event.key === "Escape") return;
      held.add(event.code);
      keep(event);
    },
    listening,
  );
  addEventListener(
    "keyup",
    (event) => {
      // The end of the keys that have asked for the card is the page's, which has heard their beginning.
      if (event.isTrusted && held.delete(event.code)) keep(event);
    },
    listening,
  );
  // Of the window, not of an element in it.
  addEventListener("blur", ({ target }) => target instanceof Node || end(), listening);
  addEventListener("pointerdown", end, listening);
  return end;
}
