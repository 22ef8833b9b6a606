import { useKeyDown } from "../parts/use-key-down.ts";

/** Fields in which a slash is typed as a character. */
const WRITES = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

/** Runs a function on "/", the usual shortcut for a search field, unless it is typed into a field. */
export function useSlash(callback: () => void): void {
  useKeyDown((event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.matches(WRITES)) return;
    event.preventDefault();
    callback();
  });
}
