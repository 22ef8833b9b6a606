import { useLayoutEffect, useState } from "preact/hooks";

/**
 * Tells once the browser has painted somebody, and no longer whoever stood here before: two frames after the first
 * drawing, which may be of the loading state or already of the answer.
 *
 * @param look the number of what is drawn; undefined for nobody
 * @param whom who that is about: the same in a later look stays painted
 * @param onDrawn called when it is drawn, and not yet painted
 * @returns whether they are
 */
export function usePainted(
  look: number | undefined,
  whom: string,
  onDrawn: (() => void) | undefined,
  onPainted: (look: number) => void,
): boolean {
  const [painted, setPainted] = useState<string>();
  // The two functions do the same at every drawing.
  useLayoutEffect(() => {
    setPainted((before) => (before === whom ? before : undefined));
    if (look === undefined) return;
    onDrawn?.();
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        onPainted(look);
        setPainted(whom);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [look]);
  return painted === whom;
}
