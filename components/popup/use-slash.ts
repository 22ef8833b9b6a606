import { useKeyDown } from "../parts/use-key-down.ts";

/** Where a slash is a character. */
const WRITES = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

/** Does something on "/", the usual key for a search field, unless it is typed into a field. */
export function useSlash(callback: () => void): void {
  useKeyDown((event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.matches(WRITES)) return;
    event.preventDefault();
    callback();
  });
}
