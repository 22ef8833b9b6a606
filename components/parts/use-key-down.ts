import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Handles every key pressed in the page while the component is mounted.
 *
 * @param capture before the element on which the key is pressed
 */
export function useKeyDown(callback: (event: KeyboardEvent) => void, capture = false): void {
  const latest = useRef(callback);
  latest.current = callback;
  // During the render, not after: someone who sees it can press a key before the browser has painted.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener("keydown", onKeyDown, { capture });
    return () => window.removeEventListener("keydown", onKeyDown, { capture });
  }, []);
}
