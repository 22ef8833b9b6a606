import { t } from "../../lib/i18n.ts";
import { clipped, inertLine } from "../parts/unseen.ts";
import { COLUMNS, type Column } from "./columns.ts";
import { onPageOf, type Row } from "./row.ts";

/** Characters of one value: notes and roles of an honest person stay far below. */
const VALUE_MAX_CHARS = 2_000;

/** The table as it is shown, in its order, to be copied: as inert as what is seen. */
export function copiedTable(rows: readonly Row[]): string[][] {
  const isOnPage = rows.some((row) => onPageOf(row));
  const columns = Object.values<Column>(COLUMNS)
    .filter((column) => column.of !== "page" || isOnPage)
    .map((column) => ({ of: column.of, ...(column.copied ?? column) }));
  return [
    columns.map(({ head }) => head),
    ...rows.map((row) =>
      columns.map((column) => inertLine(clipped(copied(row, column), VALUE_MAX_CHARS))),
    ),
  ];
}

/** Of somebody who was not looked up, or not with certainty, nothing is known; nobody absent has anything to report. */
function copied(row: Row, { of, value }: Pick<Column, "of" | "value">): string {
  const known = value(row);
  if (known !== undefined) return String(known);
  return of === "user" && row.answer?.state !== "absent" ? t("user.notReported") : "";
}
