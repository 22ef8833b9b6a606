import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Hears every key that is pressed in the page, as long as the component stands.
 *
 * @param capture before whatever the key is pressed on
 */
export function useKeyDown(callback: (event: KeyboardEvent) => void, capture = false): void {
  const latest = useRef(callback);
  latest.current = callback;
  // With what is drawn, not after: whoever sees it may press a key before the browser has painted.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener("keydown", onKeyDown, { capture });
    return () => window.removeEventListener("keydown", onKeyDown, { capture });
  }, []);
}
