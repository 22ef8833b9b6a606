import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import {
  lastSignInDistinction,
  rolesDistinction,
  signInDistinction,
  tellApart,
} from "../user/tell-apart.ts";
import type { NameOf } from "../user/thing-names.ts";
import { verdictOf } from "../user/verdict.ts";
import type { ListFacts } from "./list-facts.ts";
import { shownWords, times } from "./mention-words.ts";
import { onPageOf, type Row } from "./row.ts";
import { nameIn, namesIn, noteIn, sharersIn, signInAgo } from "./row-words.ts";

/**
 * A user's second line if there is no room for columns. What matters most comes first, because the line can be cut off.
 */
export function briefOf(row: Row, beside: ListFacts): string {
  const { user } = row;
  const onPage = onPageOf(row);
  const { nameOf } = beside;
  const note = noteIn(row, beside);
  const apart = apartIn(row, nameOf);
  // In a zone that is synced from a directory this is true of everyone, and nothing is wrong with it.
  const isCalm = user && verdictOf(user)?.matters[0].kind === "managed";
  const parts = [
    onPage && shownWords(onPage.walk.shown.value),
    // What distinguishes two users with one address, before what they can have in common.
    ...(apart ?? []),
    isCalm ? undefined : note,
    ...(user && !apart ? usual(user, nameOf) : []),
    note,
    ...(user ? [] : [namesIn(row)]),
    onPage && times(onPage.count),
  ];
  // A duplicate is kept where it comes first.
  return [...new Set(parts)].filter(Boolean).join(" · ");
}

/**
 * What differs, and the end of the ID, which always differs, before what is the same, because the end of the line can
 * be cut off. Users are told apart as in the card and the search; undefined if there is no one to tell apart.
 */
function apartIn(row: Row, nameOf: NameOf): string[] | undefined {
  const sharers = sharersIn(row);
  const distinctions = [signInDistinction, lastSignInDistinction(Date.now()), rolesDistinction];
  const place = sharers.findIndex(({ id }) => id === row.user?.id);
  const apart = tellApart(sharers, nameOf, distinctions)[place];
  if (!apart) return undefined;
  // Their address is the line's name.
  const [first = "", ...others] = apart.said.filter((words) => words !== nameIn(row));
  const isSaid = row.user?.authenticated_at === undefined && t("apart.noSignIn");
  return [first, apart.idEnd, ...others.filter((words) => words !== isSaid)];
}

/** A missing sign-in is part of the verdict. */
const usual = (user: User, nameOf: NameOf) => [
  user.authenticated_at === undefined ? undefined : signInAgo(user),
  rolesDistinction(user, nameOf),
];
