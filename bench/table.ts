/** Column heads, and rows of numbers; the first column is text. */
export interface Table {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** The results of one part of the benchmark: tables, and texts that explain them. */
export type Report = readonly (string | Table)[];

export function table(head: Table["head"], rows: Table["rows"]): Table {
  return { head, rows };
}

/** A report in Markdown, with numbers aligned to the right. */
export function inMarkdown(report: Report): string {
  return report.map((one) => (typeof one === "string" ? one : rowsOf(one))).join("\n\n");
}

function rowsOf({ head, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(shown).join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** `a` divided by `b`, for display: `12x`, `1.3x`, or a dash if `b` is 0. */
export function ratio(a: number, b: number): string {
  return b === 0 ? "-" : `${shown(a / b)}x`;
}

/** Numbers with digit grouping; below 10 with two significant digits. */
export function shown(cell: string | number): string {
  if (typeof cell === "string") return cell;
  return cell.toLocaleString(
    "en-US",
    cell < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 },
  );
}
