import { compare } from "../../lib/i18n.ts";
import type { NameOf } from "../user/thing-names.ts";
import { countsOf } from "./attention.ts";
import { COLUMNS, type Column, type ColumnName } from "./columns.ts";
import type { Row } from "./row.ts";

export interface Sort {
  column: ColumnName;
  direction: "ascending" | "descending";
}

/** What a list begins with, the gravest first; whoever fits none of it comes last. */
const FIRST: ((row: Row) => boolean | undefined)[] = [
  ({ user }) => user?.status === "disabled",
  ({ user }) => user?.email_verified === false,
  // Nobody can say that they may sign in: a status of a newer API, or none.
  ({ user }) => user && user.status !== "active",
  ({ answer }) => answer?.state === "absent",
  ({ answer }) => answer?.state === "inconclusive",
  ({ answer }) => answer?.state === "failed",
  (row) => countsOf([row]).attention > 0,
];

function gravity(row: Row): number {
  const found = FIRST.findIndex((isIt) => isIt(row));
  return found < 0 ? FIRST.length : found;
}

const gravestFirst = (one: Row, other: Row) =>
  gravity(one) - gravity(other) || one.place - other.place;

/**
 * The rows as the person wants them; those with nothing in that column stand last, whichever way it goes.
 *
 * @param sort undefined: whoever needs attention first
 */
export function inOrder(
  rows: readonly Row[],
  sort: Sort | undefined,
  nameOf: NameOf = () => undefined,
): Row[] {
  if (!sort) return rows.toSorted(gravestFirst);
  const { value: valueIn }: Column = COLUMNS[sort.column];
  const sign = sort.direction === "ascending" ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [valueIn(one, nameOf), valueIn(other, nameOf)];
    const order =
      a === undefined || b === undefined
        ? Number(a === undefined) - Number(b === undefined)
        : sign * (typeof a === "number" ? a - Number(b) : compare(a, String(b)));
    return order || gravestFirst(one, other);
  });
}

/** What a click on a column's head leads to: upwards, downwards, and back to the gravest first. */
export function nextSort(sort: Sort | undefined, column: ColumnName): Sort | undefined {
  if (sort?.column !== column) return { column, direction: "ascending" };
  return sort.direction === "ascending" ? { column, direction: "descending" } : undefined;
}
