import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Puts the keyboard on an element as soon as it stands, and once more when the window gets the keyboard and nothing in it
 * has it: Firefox may forget a focus while it moves a popup into its panel (153: one time in ten).
 *
 * @param isDue whether to, as long as that stays so; it is done before the next key can be pressed
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
