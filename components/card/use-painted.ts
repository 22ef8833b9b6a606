import { useLayoutEffect, useState } from "preact/hooks";

/**
 * Reports once the browser has painted someone, and no longer whoever was here before: two frames after the first
 * render, which can be of the loading state or already of the answer.
 *
 * @param look the number of what is drawn; undefined for no one
 * @param whom key of the person: the same person in a later look stays painted
 * @returns whether it is painted
 */
export function usePainted(
  look: number | undefined,
  whom: string,
  onPainted: (look: number) => void,
): boolean {
  const [painted, setPainted] = useState<string>();
  // The function does the same on every render.
  useLayoutEffect(() => {
    setPainted((before) => (before === whom ? before : undefined));
    if (look === undefined) return;
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
