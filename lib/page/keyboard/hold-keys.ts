import { keep } from "./keep.ts";

/** Milliseconds that keys are held at most: no card takes longer to appear (CARD_STUCK_MS of lib/cards). */
const KEYS_HELD_MS = 5_000;

/**
 * Holds keys that are meant for a card that can't take the keyboard yet: otherwise, Enter would submit the page's own
 * form (design, invariant 15). Ends by itself when the focus leaves the document, when the user clicks, and after
 * KEYS_HELD_MS. Esc is for the card too, unless it has already canceled one; whatever is typed after it goes to the
 * page.
 *
 * @param onEsc the card isn't wanted any more
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
      // The page never received the keydown of a key that is still down.
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
      // The keys that triggered the command belong to the page, which saw their keydown.
      if (event.isTrusted && held.delete(event.code)) keep(event);
    },
    listening,
  );
  // Blur of the window, not of an element in it.
  addEventListener("blur", ({ target }) => target instanceof Node || end(), listening);
  addEventListener("pointerdown", end, listening);
  return end;
}
