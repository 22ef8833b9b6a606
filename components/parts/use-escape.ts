import { useKeyDown } from "./use-key-down.ts";

/**
 * Runs `leave` when Escape is pressed anywhere in the page, unless something inside handled it.
 *
 * @param place "within" if something around it handles Escape too: this one goes first
 */
export function useEscape(leave: () => void, place: "around" | "within" = "around"): void {
  useKeyDown((event) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    // A popup would close on it.
    event.preventDefault();
    leave();
  }, place === "within");
}
