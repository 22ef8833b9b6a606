import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { NameOf } from "../user/thing-names.ts";
import { noRolesOf } from "../user/user-words.ts";
import { verdictOf } from "../user/verdict.ts";
import { shownWords, times } from "./mention-words.ts";
import { onPageOf, type Row } from "./row.ts";
import { isShared, namesIn, noteIn, providerIn, signInAgo } from "./row-words.ts";

/** Roles that are named in one line; the others are counted. */
const ROLES_NAMED = 2;

/** The end of an ID that tells two people apart, in characters. */
const ID_END = 6;

/** A person's second line where there is no room for columns: what matters most first, for it may be cut. */
export function briefOf(row: Row, nameOf: NameOf): string {
  const { user } = row;
  const onPage = onPageOf(row);
  const note = noteIn(row);
  // In a zone that is synced from a directory it is said of everybody, and nothing is wrong with it.
  const isCalm = user && verdictOf(user)?.matters[0].kind === "managed";
  const parts = [
    onPage && shownWords(onPage.walk.shown.value),
    // What tells two people with one address apart, before what both may have.
    ...(user && isShared(row) ? apart(user, nameOf) : []),
    isCalm ? undefined : note,
    ...(user && !isShared(row) ? usual(user) : []),
    note,
    ...(user ? [] : [namesIn(row)]),
    onPage && times(onPage.count),
  ];
  // What is said of it stands where it comes first.
  return [...new Set(parts)].filter(Boolean).join(" · ");
}

/** The end of the ID, which always does it, before the roles: they may be many. */
function apart(user: User, nameOf: NameOf) {
  const [signIn, roles] = usual(user);
  const provider = providerIn(user, nameOf) ?? t("user.providerNotReported");
  return [provider, signIn, `…${user.id.slice(-ID_END)}`, roles];
}

/** That there is no sign-in on record the verdict says. */
const usual = (user: User) => [
  user.authenticated_at === undefined ? undefined : signInAgo(user),
  rolesInFew(user),
];

/** `admin, auditor, +2`: names only. */
function rolesInFew(user: User): string {
  const none = noRolesOf(user);
  if (none) return t(`user.${none}`);
  const names = [...new Set((user.role_assignments ?? []).map((role) => role.role_identifier))];
  const more = names.length - ROLES_NAMED;
  return [...names.slice(0, ROLES_NAMED), ...(more > 0 ? [`+${more}`] : [])].join(", ");
}
