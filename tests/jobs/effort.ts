/** What a job costs the user's hands. Hovering someone, or moving the pointer away, costs nothing. */
export interface Effort {
  /** Mouse clicks, including the one on the toolbar icon. */
  clicks: number;
  /** Key presses that aren't text, counting a combination as one: Enter, Ctrl+V. */
  keys: number;
  /** Characters of a typed text, such as a name. */
  typed: number;
}

/** An effort in words, as in docs/jobs.md. */
export function effortText({ clicks, keys, typed }: Effort): string {
  const parts = [
    clicks === 1 ? "1 click" : `${clicks} clicks`,
    ...(keys > 0 ? [keys === 1 ? "1 key" : `${keys} keys`] : []),
    ...(typed > 0 ? [`${typed} typed`] : []),
  ];
  return parts.join(", ");
}
