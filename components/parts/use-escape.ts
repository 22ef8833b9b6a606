import { useKeyDown } from "./use-key-down.ts";

/**
 * Runs `leave` when Escape is pressed anywhere in the page, unless something within took it.
 *
 * @param place "within" something that Escape leaves too, it comes first
 */
export function useEscape(leave: () => void, place: "around" | "within" = "around"): void {
  useKeyDown((event) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    // A popup would close on it.
    event.preventDefault();
    leave();
  }, place === "within");
}
