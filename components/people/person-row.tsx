import { cellsOf, type ShownColumn } from "./columns.ts";
import type { Row } from "./row.ts";

export interface PersonRowProps {
  row: Row;
  columns: readonly ShownColumn[];
  onOpen: (row: Row) => void;
}

/** A line of the table: who, what is known, and buttons that open the person and lead to the mention on the page. */
export function PersonRow({ row, columns, onOpen }: PersonRowProps) {
  return (
    <tr class="people-row" data-user-id={row.user?.id}>
      {cellsOf(columns, row).map(({ column: { name, Cell }, span }) => (
        <Cell key={name} row={row} span={span} onOpen={onOpen} />
      ))}
    </tr>
  );
}
