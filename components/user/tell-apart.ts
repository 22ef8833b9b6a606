import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { momentOf, relativeTo } from "../parts/time.ts";
import type { NameOf } from "./thing-names.ts";
import { isWithoutSignIn, noRolesOf } from "./user-words.ts";
import { waysLines } from "./way-words.ts";

/** What distinguishes one of several users with the same name in a list. */
export interface Apart {
  /** Each in few words; what differs comes first. */
  said: string[];
  /** The end of the ID: as long as it takes to be unique. */
  idEnd: string;
}

/** Something that is said of a user in few words. */
export type Distinction = (user: User, nameOf: NameOf) => string;

/** What they sign in with. */
export const signInDistinction: Distinction = (user, nameOf) =>
  waysLines(user, nameOf)
    ?.map(({ name }) => name)
    .join(", ") ?? t("user.providerNotReported");

/** Shown among other facts if no last sign-in is reported. */
export const noSignInBeside = (user: User) =>
  isWithoutSignIn(user) ? t("apart.noSignIn") : t("apart.signInNotReported");

/** @param now ms since the epoch */
export const lastSignInDistinction =
  (now: number): Distinction =>
  (user) => {
    const { authenticated_at: at } = user;
    if (at === undefined) return noSignInBeside(user);
    const moment = momentOf(at);
    return t("apart.lastSignIn", { when: moment === undefined ? at : relativeTo(moment, now) });
  };

/** Roles that are named: more would need another line. */
const ROLES_NAMED = 2;

export const rolesDistinction: Distinction = (user) => {
  const none = noRolesOf(user);
  if (none) return t(`user.${none}`);
  const names = new Set(user.role_assignments?.map(({ role_identifier: name }) => name));
  const more = names.size - ROLES_NAMED;
  const named = [...names].slice(0, ROLES_NAMED);
  return [...named, ...(more > 0 ? [t("user.furtherRoles", { count: number(more) })] : [])].join(
    ", ",
  );
};

const emailDistinction: Distinction = ({ email }) => email ?? t("user.emailNotReported");

/** What distinguishes several users, in the same order. @param distinctions the first is considered first */
export function tellApart(
  users: readonly User[],
  nameOf: NameOf,
  distinctions: readonly Distinction[],
): Apart[] {
  const of = (distinction: Distinction) => users.map((user) => distinction(user, nameOf));
  const emails = of(emailDistinction);
  // If the address is the same, it is shown once, above them.
  const all = [...(areAlike(emails) ? [] : [emails]), ...distinctions.map(of)];
  const inOrder = [...all.filter((said) => !areAlike(said)), ...all.filter(areAlike)];
  const ends = idEnds(users.map(({ id }) => id));
  return users.map((_, place) => ({
    said: inOrder.map((said) => said[place] ?? ""),
    idEnd: ends[place] ?? "",
  }));
}

const areAlike = (said: readonly string[]) => new Set(said).size <= 1;

/** The fewest characters of an ID's end that someone can compare at a glance. */
const END_MIN_CHARS = 5;

/** @returns `…z241a`, different for each; the whole ID if it is no longer than that */
export function idEnds(ids: readonly string[]): string[] {
  const longest = Math.max(...ids.map(({ length }) => length));
  for (let chars = END_MIN_CHARS; chars < longest; chars++) {
    const ends = ids.map((id) => (id.length > chars ? `…${id.slice(-chars)}` : id));
    if (new Set(ends).size === ids.length) return ends;
  }
  return [...ids];
}
