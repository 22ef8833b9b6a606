/**
 * The new active option of a list below a field after a key (WAI-ARIA APG, combobox).
 *
 * @returns undefined for any other key, and if there is nowhere to go
 */
export function movedBy(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  const moves: Record<string, number> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  return moves[key];
}
