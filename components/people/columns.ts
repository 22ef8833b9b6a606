import type { ComponentType } from "preact";
import { list, t } from "../../lib/i18n.ts";
import { momentOf } from "../parts/time.ts";
import {
  type CellProps,
  MentionCell,
  PlacesCell,
  RolesCell,
  SignInCell,
  StateCell,
  VerificationCell,
} from "./cells.tsx";
import { type Mentioned, mentionsIn, onPageOf, type Row } from "./row.ts";
import { noteIn, rolesIn, signInUtc, stateOf, verificationIn } from "./row-words.ts";

export interface Column {
  /** What it is about, which says when it is there. */
  of: /** The mention itself: always. */
    | "mention"
    /** What the answer came to: once anybody was looked up. */
    | "answer"
    /** The user: the same, but not in lines without one, where the column before spans this one too. */
    | "user"
    /** Where the mention is on the page: in lists of a page. */
    | "page";
  head: string;
  /** What a line has there, to sort by and to be copied; undefined: nothing. */
  value: (row: Row) => string | number | undefined;
  /** How it is shown; absent: it is copied only. */
  Cell?: ComponentType<CellProps>;
  /** How it is copied, where not as it is sorted. */
  copied?: Pick<Column, "head" | "value">;
}

const mentionOf = ({ query }: Mentioned) => query.value;

/** The table's columns, in their order: heads, cells and spans, what each sorts by, and what is copied. */
export const COLUMNS = {
  mention: {
    of: "mention",
    head: t("people.column.mention"),
    value: ({ mentioned }) => mentioned.query.value,
    Cell: MentionCell,
    copied: {
      head: t("people.column.mention"),
      value: (row) => list(mentionsIn(row).map(mentionOf)),
    },
  },
  email: { of: "user", head: t("action.email"), value: ({ user }) => user?.email },
  id: { of: "user", head: t("field.id"), value: ({ user }) => user?.id },
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
    copied: { head: t("people.column.signInUtc"), value: signInUtc },
  },
  times: {
    of: "page",
    head: t("people.column.times"),
    value: (row) => onPageOf(row)?.count,
    Cell: PlacesCell,
  },
  note: { of: "answer", head: t("people.column.note"), value: noteIn },
} satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;

/** A column that is shown, by its name. */
export interface ShownColumn extends Column {
  name: ColumnName;
  Cell: ComponentType<CellProps>;
}

/** The columns that a list shows. @param isLookedUp anybody was @param isOnPage the list is of a page */
export function shownColumns(isLookedUp: boolean, isOnPage: boolean): ShownColumn[] {
  const isThere = { mention: true, answer: isLookedUp, user: isLookedUp, page: isOnPage };
  return (Object.entries(COLUMNS) as [ColumnName, Column][]).flatMap(([name, column]) =>
    column.Cell && isThere[column.of] ? [{ ...column, name, Cell: column.Cell }] : [],
  );
}

/** The cells of a line: which columns have one there, and over how many columns it goes. */
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
