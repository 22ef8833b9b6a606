import { useKeyDown } from "./use-key-down.ts";

/** Runs `leave` when Escape is pressed anywhere in the page, unless something within took it. */
export function useEscape(leave: () => void): void {
  useKeyDown((event) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    // A popup would close on it.
    event.preventDefault();
    leave();
  });
}
