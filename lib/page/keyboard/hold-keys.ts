import { keep } from "./keep.ts";

/** Milliseconds that keys are held at most: no card takes longer to stand (CARD_STUCK_MS of lib/cards). */
const KEYS_HELD_MS = 5_000;

/**
 * Holds the keys of this document that are meant for a card which cannot take the keyboard yet: Enter would reach the
 * page's own form (design, invariant 15). Ends by itself when the keyboard leaves the document, when the person clicks,
 * and after KEYS_HELD_MS. Esc is for the card too, unless it has been taken for one already; all that is typed after it is the
 * page's.
 *
 * @param onEsc the card is not wanted any more
 * @returns a function that ends it
 */
export function holdKeys(onEsc: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => controller.abort();
  const timer = setTimeout(end, KEYS_HELD_MS);
  signal.addEventListener("abort", () => clearTimeout(timer));
  const held = new Set<string>();
  let isWithdrawn = false;
  const listening = { capture: true, signal };

  addEventListener(
    "keydown",
    (event) => {
      // One that is still down was never the page's.
      if (!event.isTrusted || (isWithdrawn && !held.has(event.code))) return;
      held.add(event.code);
      keep(event);
      if (event.key !== "Escape" || isWithdrawn) return;
      isWithdrawn = true;
      onEsc();
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
