/** What a job costs a person's hands. Resting the pointer on somebody, or moving it away, costs nothing. */
export interface Effort {
  /** Clicks of the mouse, the one on the toolbar's icon among them. */
  clicks: number;
  /** Keys, or several that are pressed together, which are no text: Enter, Ctrl+V. */
  keys: number;
  /** Characters of a text that is typed, such as a name. */
  typed: number;
}

/** An effort in words, as docs/jobs.md has it. */
export function effortText({ clicks, keys, typed }: Effort): string {
  const parts = [
    clicks === 1 ? "1 click" : `${clicks} clicks`,
    ...(keys > 0 ? [keys === 1 ? "1 key" : `${keys} keys`] : []),
    ...(typed > 0 ? [`${typed} typed`] : []),
  ];
  return parts.join(", ");
}
