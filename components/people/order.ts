import { compare } from "../../lib/i18n.ts";
import { COLUMNS, type Column, type ColumnName } from "./columns.ts";
import type { Row } from "./row.ts";

export interface Sort {
  column: ColumnName;
  direction: "ascending" | "descending";
}

/** Problems, the gravest first; undefined: nothing that is known to be wrong. */
const PROBLEMS: ((row: Row) => boolean | undefined)[] = [
  ({ user }) => user?.status === "disabled",
  // A status of a newer API: nobody is to pass for active who is not.
  ({ user }) => user?.status !== undefined && user.status !== "active",
  ({ user }) => user?.email_verified === false,
  ({ answer }) => answer?.state === "absent",
  ({ answer }) => answer?.state === "inconclusive",
  ({ answer }) => answer?.state === "failed",
];

/** Whether something is wrong with this one, or in doubt. */
export const isProblem = (row: Row) => PROBLEMS.some((isIt) => isIt(row));

function gravity(row: Row): number {
  const found = PROBLEMS.findIndex((isIt) => isIt(row));
  return found < 0 ? PROBLEMS.length : found;
}

const problemsFirst = (one: Row, other: Row) =>
  gravity(one) - gravity(other) || one.place - other.place;

/** The rows as the person wants them; those with nothing in that column stand last, whichever way it goes. */
export function inOrder(rows: readonly Row[], sort: Sort | undefined): Row[] {
  if (!sort) return rows.toSorted(problemsFirst);
  const { value: valueIn }: Column = COLUMNS[sort.column];
  const sign = sort.direction === "ascending" ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [valueIn(one), valueIn(other)];
    const order =
      a === undefined || b === undefined
        ? Number(a === undefined) - Number(b === undefined)
        : sign * (typeof a === "number" ? a - Number(b) : compare(a, String(b)));
    return order || problemsFirst(one, other);
  });
}

/** What a click on a column's head leads to: upwards, downwards, and back to problems first. */
export function nextSort(sort: Sort | undefined, column: ColumnName): Sort | undefined {
  if (sort?.column !== column) return { column, direction: "ascending" };
  return sort.direction === "ascending" ? { column, direction: "descending" } : undefined;
}
