import { useEffect, useRef } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";

export interface FurtherRowsProps {
  /** How many lines a click draws. */
  count: number;
  /** How many are already drawn. */
  drawn: number;
  onDraw: () => void;
}

/** The end of the lines that are drawn: more are drawn when it scrolls into view, or by a click. */
export function FurtherRows({ count, drawn, onDraw }: FurtherRowsProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!button.current) return undefined;
    // A new observer each time: an existing one doesn't report that the element is still in view.
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onDraw();
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [drawn]);
  return (
    <button ref={button} type="button" class="button people-further" onClick={onDraw}>
      {t("people.further", count, [number(count)])}
    </button>
  );
}
