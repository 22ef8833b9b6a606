import { list, t } from "../../lib/i18n.ts";
import { momentOf } from "../parts/time.ts";
import { clipped, inertLine } from "../parts/unseen.ts";
import { zoneName } from "../parts/zone-name.ts";
import { noSignInOf, zoneOf } from "../user/user-words.ts";
import type { ListFacts } from "./list-facts.ts";
import { mentionsIn, type Row } from "./row.ts";
import { noteIn, providerIn, rolesIn, stateOf, verificationIn } from "./row-words.ts";

/** Characters of one value: an honest person's notes and roles are far shorter. */
const VALUE_MAX_CHARS = 2_000;

interface CopiedColumn {
  head: string;
  /** Undefined if nothing is known. */
  value: (row: Row, beside: ListFacts) => string | undefined;
  /** Only for users: there is nothing to report about someone absent. */
  ofUser?: true;
}

const COPIED: readonly CopiedColumn[] = [
  {
    head: t("people.column.mentionedAs"),
    value: (row) => list(mentionsIn(row).map(({ query }) => query.value)),
  },
  { head: t("action.email"), value: ({ user }) => user?.email, ofUser: true },
  { head: t("people.column.status"), value: (row) => stateOf(row).word },
  {
    head: t("people.column.verification"),
    value: (row) => verificationIn(row)?.word,
    ofUser: true,
  },
  { head: t("user.roles"), value: (row, { nameOf }) => rolesIn(row, nameOf), ofUser: true },
  { head: t("people.column.signInUtc"), value: signInUtc, ofUser: true },
  {
    head: t("people.column.provider"),
    value: ({ user }, { nameOf }) => user && providerIn(user, nameOf),
    ofUser: true,
  },
  {
    head: t("field.zone"),
    value: ({ answer, user }, { zone, nameOf }) => {
      const own = user ? zoneOf(user, zone, nameOf) : zone;
      return answer && own ? zoneName(own) : "";
    },
  },
  { head: t("field.id"), value: ({ user }) => user?.id, ofUser: true },
  { head: t("people.column.note"), value: (row, beside) => noteIn(row, beside) ?? "" },
];

/** `2026-11-02T09:14:00Z`: the same for everyone who reads the ticket, and a date to a spreadsheet. */
function signInUtc({ user }: Row): string | undefined {
  if (!user) return undefined;
  const { authenticated_at: at } = user;
  if (at === undefined) return noSignInOf(user);
  const moment = momentOf(at);
  return moment === undefined ? at : new Date(moment).toISOString().replace(".000Z", "Z");
}

/** A line for each person, in the given order, for copying: as inert as what is shown. */
export function copiedTable(rows: readonly Row[], beside: ListFacts): string[][] {
  return [
    COPIED.map(({ head }) => head),
    ...rows.map((row) =>
      COPIED.map((column) => inertLine(clipped(copied(row, column, beside), VALUE_MAX_CHARS))),
    ),
  ];
}

function copied(row: Row, { value, ofUser }: CopiedColumn, beside: ListFacts): string {
  const known = value(row, beside);
  if (known !== undefined) return known;
  return ofUser && row.answer?.state !== "absent" ? t("user.notReported") : "";
}

/** The addresses of the lines' people, each once and in its own line; without a user, the mentioned address. */
export function copiedAddresses(rows: readonly Row[]): string[][] {
  const addresses = rows.flatMap((row) => row.user?.email ?? mentionedAddress(row) ?? []);
  const lines = addresses.map((address) => inertLine(clipped(address, VALUE_MAX_CHARS)));
  return [...new Set(lines)].map((line) => [line]);
}

const mentionedAddress = (row: Row) =>
  mentionsIn(row).find(({ query }) => query.kind === "email")?.query.value;
