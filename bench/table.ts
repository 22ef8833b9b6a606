/** A table in Markdown: the first column is text, the others are aligned as numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(shown).join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** How many times `a` is as much as `b`, to be read: `12x`, `1.3x`, or a dash when nothing can be said. */
export function ratio(a: number, b: number): string {
  return b === 0 ? "-" : `${shown(a / b)}x`;
}

/** Numbers in groups of three; below 10 with two digits that count. */
function shown(cell: string | number): string {
  if (typeof cell === "string") return cell;
  return cell.toLocaleString(
    "en-US",
    cell < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 },
  );
}
