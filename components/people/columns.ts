import type { ComponentType } from "preact";
import { t } from "../../lib/i18n.ts";
import { momentOf } from "../parts/time.ts";
import type { NameOf } from "../user/thing-names.ts";
import {
  type CellProps,
  PersonCell,
  PlacesCell,
  RolesCell,
  SignInCell,
  StateCell,
  VerificationCell,
} from "./cells.tsx";
import { onPageOf, type Row } from "./row.ts";
import { nameIn, rolesIn, stateOf, verificationIn } from "./row-words.ts";

export interface Column {
  /** What it is about, which decides when it is shown. */
  of: /** Who is mentioned: always shown. */
    | "mention"
    /** The result of the lookup: shown once anyone was looked up. */
    | "answer"
    /** The user: likewise, but in lines without one the column before it spans this one too. */
    | "user"
    /** Where the mention is on the page: shown in lists of a page. */
    | "page";
  head: string;
  /** The value to sort by; undefined if there is none. @param nameOf names of things */
  value: (row: Row, nameOf: NameOf) => string | number | undefined;
  Cell: ComponentType<CellProps>;
}

/** The table's columns in order: headings, cells, spans, and sort values. */
export const COLUMNS = {
  person: {
    of: "mention",
    head: t("people.column.person"),
    value: nameIn,
    Cell: PersonCell,
  },
  status: {
    of: "answer",
    head: t("people.column.status"),
    value: (row) => stateOf(row).word,
    Cell: StateCell,
  },
  verification: {
    of: "user",
    head: t("people.column.verification"),
    value: (row) => verificationIn(row)?.word,
    Cell: VerificationCell,
  },
  roles: { of: "user", head: t("user.roles"), value: rolesIn, Cell: RolesCell },
  signIn: {
    of: "user",
    head: t("field.lastSignIn"),
    value: ({ user }) => user?.authenticated_at && momentOf(user.authenticated_at),
    Cell: SignInCell,
  },
  times: {
    of: "page",
    head: t("people.column.times"),
    value: (row) => onPageOf(row)?.count,
    Cell: PlacesCell,
  },
} satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;

/** A column by its name. */
export interface ShownColumn extends Column {
  name: ColumnName;
}

/** The columns that a list shows. @param isLookedUp anyone was looked up @param isOnPage the list is of a page */
export function shownColumns(isLookedUp: boolean, isOnPage: boolean): ShownColumn[] {
  const isThere = { mention: true, answer: isLookedUp, user: isLookedUp, page: isOnPage };
  return (Object.entries(COLUMNS) as [ColumnName, Column][]).flatMap(([name, column]) =>
    isThere[column.of] ? [{ ...column, name }] : [],
  );
}

/** The cells of a line: which columns have one, and how many columns it spans. */
export function cellsOf<C extends Pick<Column, "of">>(
  columns: readonly C[],
  { user }: Pick<Row, "user">,
): { column: C; span: number }[] {
  const cells: { column: C; span: number }[] = [];
  for (const column of columns) {
    const before = cells.at(-1);
    if (column.of === "user" && !user && before) before.span++;
    else cells.push({ column, span: 1 });
  }
  return cells;
}
