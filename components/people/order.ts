import { compare } from "../../lib/i18n.ts";
import type { NameOf } from "../user/thing-names.ts";
import { needsAttention } from "./attention.ts";
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
  needsAttention,
];

function gravity(row: Row): number {
  const found = FIRST.findIndex((isIt) => isIt(row));
  return found < 0 ? FIRST.length : found;
}

/** A row with what it is ordered by, which is worked out once: a list may have ten thousand. */
interface Ordered {
  row: Row;
  gravity: number;
  value: string | number | undefined;
}

const gravestFirst = (one: Ordered, other: Ordered) =>
  one.gravity - other.gravity || one.row.place - other.row.place;

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

/** What a click on a column's head leads to: upwards, downwards, and back to the gravest first. */
export function nextSort(sort: Sort | undefined, column: ColumnName): Sort | undefined {
  if (sort?.column !== column) return { column, direction: "ascending" };
  return sort.direction === "ascending" ? { column, direction: "descending" } : undefined;
}
