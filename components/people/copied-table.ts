import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { momentOf } from "../parts/time.ts";
import { clipped, inertLine } from "../parts/unseen.ts";
import type { Row } from "./row.ts";
import { noteIn, rolesIn, stateOf, verificationIn } from "./row-words.ts";

/** Characters of one value: notes and roles of an honest person stay far below. */
const VALUE_MAX_CHARS = 2_000;

/** What a copied column says of a line; undefined where there is nobody of whom to say it. */
type Read = (row: Row) => string | undefined;

/** Of somebody who was not looked up, or not with certainty, nothing is known; nobody absent has anything to report. */
const ofUser =
  (read: (user: User, row: Row) => string | undefined): Read =>
  (row) => {
    if (row.user) return read(row.user, row) ?? t("user.notReported");
    return row.answer?.state === "absent" ? undefined : t("user.notReported");
  };

const COLUMNS: [head: string, read: Read][] = [
  [t("people.column.mention"), ({ mentioned }) => mentioned.sought.value],
  [t("action.email"), ofUser(({ email }) => email)],
  [t("field.id"), ofUser(({ id }) => id)],
  [t("people.column.status"), (row) => stateOf(row).word],
  [t("people.column.verification"), ofUser((_, row) => verificationIn(row)?.word)],
  [t("user.roles"), ofUser((_, row) => rolesIn(row))],
  [t("people.column.signInUtc"), ofUser(({ authenticated_at: at }) => lastSignIn(at))],
];

const TIMES: (typeof COLUMNS)[number] = [
  t("people.column.times"),
  ({ mentioned: { onPage } }) => onPage && String(onPage.count),
];

const NOTE: (typeof COLUMNS)[number] = [t("people.column.note"), noteIn];

/** The table as it is shown, in its order, to be copied: as inert as what is seen. */
export function copiedTable(rows: readonly Row[]): string[][] {
  const isCounted = rows.some(({ mentioned }) => mentioned.onPage);
  const columns = [...COLUMNS, ...(isCounted ? [TIMES] : []), NOTE];
  return [
    columns.map(([head]) => head),
    ...rows.map((row) =>
      columns.map(([, read]) => inertLine(clipped(read(row) ?? "", VALUE_MAX_CHARS))),
    ),
  ];
}

/** `2026-11-02T09:14:00Z` */
function lastSignIn(at: string | undefined): string {
  if (at === undefined) return t("user.neverSignedIn");
  const moment = momentOf(at);
  return moment === undefined ? at : new Date(moment).toISOString().replace(".000Z", "Z");
}
