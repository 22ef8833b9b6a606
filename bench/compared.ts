import { type Report, ratio, shown, type Table, table } from "./table.ts";

/**
 * Combines the reports of one part before and now into one report: for each number the ratio of now to before, and both
 * values. The values are the means of each side's reports. Rows are identified by their first cell, and rows with the
 * same first cell by their order.
 */
export function compared(before: readonly Report[], now: readonly Report[]): Report {
  const [told = []] = now;
  const was = before.map(tablesOf);
  const is = now.map(tablesOf);
  // A report without tables says why there are none.
  const failed = [...before, ...now].find((report) => tablesOf(report).length === 0);
  if (failed) return failed;
  let nth = -1;
  return told.map((one) => {
    if (typeof one === "string") return one;
    nth++;
    const [old, same] = [was, is].map((runs) => runs.flatMap((run) => run[nth] ?? []));
    return both(one, old ?? [], same ?? []);
  });
}

const tablesOf = (report: Report): Table[] =>
  report.filter((one): one is Table => typeof one !== "string");

function both(told: Table, before: readonly Table[], now: readonly Table[]): Table {
  const [olds, news] = [before, now].map((tables) => tables.map(byName));
  const rows = [...byName(told)].map(([name, row]) => [
    row[0] ?? "",
    ...row.slice(1).map((cell, column) => {
      const [was, is] = [olds, news].map((runs) =>
        (runs ?? []).flatMap((rowsOf) => rowsOf.get(name)?.[column + 1] ?? []),
      );
      return change(cell, was ?? [], is ?? []);
    }),
  ]);
  return table(told.head, rows);
}

type Cell = string | number;

/** Each row by its first cell, and by the number of earlier rows with the same first cell. */
function byName({ rows }: Table): Map<string, readonly Cell[]> {
  const all = new Map<string, readonly Cell[]>();
  for (const row of rows) {
    let name = String(row[0]);
    while (all.has(name)) name += "'";
    all.set(name, row);
  }
  return all;
}

/** @param told the cell as it is now, which is used as it is if it is text */
function change(told: Cell, before: readonly Cell[], now: readonly Cell[]): string {
  const [was, is] = [mean(before), mean(now)];
  if (was === undefined || is === undefined) return typeof told === "string" ? told : "new";
  return `${was === is ? "=" : ratio(is, was)} (${shown(was)} → ${shown(is)})`;
}

function mean(cells: readonly Cell[]): number | undefined {
  const numbers = cells.filter((cell) => typeof cell === "number");
  return numbers.length === 0 ? undefined : numbers.reduce((a, b) => a + b, 0) / numbers.length;
}
