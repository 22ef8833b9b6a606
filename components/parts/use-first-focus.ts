import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Focuses an element as soon as it is mounted, and again when the window gets the focus and nothing in it has it:
 * Firefox can lose a focus while it moves a popup into its panel (153: one time in ten).
 *
 * @param isDue whether to, while it stays true; happens before the next key can be pressed
 */
export function useFirstFocus(element: RefObject<HTMLElement | null>, isDue = true): void {
  useLayoutEffect(() => {
    if (!isDue) return;
    element.current?.focus();
    const again = () => {
      if (document.activeElement === document.body) element.current?.focus();
    };
    window.addEventListener("focus", again, { once: true });
    return () => window.removeEventListener("focus", again);
  }, [element, isDue]);
}
