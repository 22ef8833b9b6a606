import { compare } from "../../lib/i18n.ts";
import type { NameOf } from "../user/thing-names.ts";
import { needsAttention } from "./attention.ts";
import { COLUMNS, type Column, type ColumnName } from "./columns.ts";
import type { Row } from "./row.ts";

export interface Sort {
  column: ColumnName;
  direction: "ascending" | "descending";
}

/** What a list begins with, the most serious first; lines that match nothing come last. */
const FIRST: ((row: Row) => boolean | undefined)[] = [
  ({ user }) => user?.status === "disabled",
  ({ user }) => user?.email_verified === false,
  // It's unknown whether they can sign in: a newer API's status, or none.
  ({ user }) => user && user.status !== "active",
  ({ answer }) => answer?.state === "absent",
  ({ answer }) => answer?.state === "inconclusive",
  ({ answer }) => answer?.state === "failed",
  needsAttention,
];

function gravity(row: Row): number {
  const found = FIRST.findIndex((isIt) => isIt(row));
  return found < 0 ? FIRST.length : found;
}

/** A row with its sort value, which is computed once: a list can have ten thousand. */
interface Ordered {
  row: Row;
  gravity: number;
  value: string | number | undefined;
}

const gravestFirst = (one: Ordered, other: Ordered) =>
  one.gravity - other.gravity || one.row.place - other.row.place;

/**
 * The rows in the chosen order; those without a value in that column come last in both directions.
 *
 * @param sort undefined: those who need attention first
 */
export function inOrder(
  rows: readonly Row[],
  sort: Sort | undefined,
  nameOf: NameOf = () => undefined,
): Row[] {
  const column: Column | undefined = sort && COLUMNS[sort.column];
  const ordered = rows.map((row): Ordered => {
    return { row, gravity: gravity(row), value: column?.value(row, nameOf) };
  });
  const sign = sort?.direction === "descending" ? -1 : 1;
  ordered.sort((one, other) => {
    const [a, b] = [one.value, other.value];
    const order =
      a === undefined || b === undefined
        ? Number(a === undefined) - Number(b === undefined)
        : sign * (typeof a === "number" ? a - Number(b) : compare(a, String(b)));
    return order || gravestFirst(one, other);
  });
  return ordered.map(({ row }) => row);
}

/** The sort after a click on a column's heading: ascending, descending, and back to attention first. */
export function nextSort(sort: Sort | undefined, column: ColumnName): Sort | undefined {
  if (sort?.column !== column) return { column, direction: "ascending" };
  return sort.direction === "ascending" ? { column, direction: "descending" } : undefined;
}
