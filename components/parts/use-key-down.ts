import { useLayoutEffect, useRef } from "preact/hooks";

/** Hears every key that is pressed in the page, as long as the component stands. */
export function useKeyDown(callback: (event: KeyboardEvent) => void): void {
  const latest = useRef(callback);
  latest.current = callback;
  // With what is drawn, not after: whoever sees it may press a key before the browser has painted.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
