/** Rows of numbers below their heads; the first column is text. */
export interface Table {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** What a part of the bench tells: tables, and what has to be said beside them. */
export type Report = readonly (string | Table)[];

export function table(head: Table["head"], rows: Table["rows"]): Table {
  return { head, rows };
}

/** A report in Markdown, tables aligned as numbers. */
export function inMarkdown(report: Report): string {
  return report.map((one) => (typeof one === "string" ? one : rowsOf(one))).join("\n\n");
}

function rowsOf({ head, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(shown).join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** How many times `a` is as much as `b`, to be read: `12x`, `1.3x`, or a dash when nothing can be said. */
export function ratio(a: number, b: number): string {
  return b === 0 ? "-" : `${shown(a / b)}x`;
}

/** Numbers in groups of three; below 10 with two digits that count. */
export function shown(cell: string | number): string {
  if (typeof cell === "string") return cell;
  return cell.toLocaleString(
    "en-US",
    cell < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 },
  );
}
