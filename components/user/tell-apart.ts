import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { momentOf, relativeTo } from "../parts/time.ts";
import type { NameOf } from "./thing-names.ts";
import { isWithoutSignIn, noRolesOf } from "./user-words.ts";
import { waysLines } from "./way-words.ts";

/** What tells one of several users from the others, of whom a list shows the same name. */
export interface Apart {
  /** In few words each: first that in which they differ. */
  said: string[];
  /** The end of the ID: as long as it must be to be nobody else's. */
  idEnd: string;
}

/** Something that is said of a user in few words. */
export type Telling = (user: User, nameOf: NameOf) => string;

/** What they sign in with. */
export const signInTelling: Telling = (user, nameOf) =>
  waysLines(user, nameOf)
    ?.map(({ name }) => name)
    .join(", ") ?? t("user.providerNotReported");

/** Among other facts, where no last sign-in is reported. */
export const noSignInBeside = (user: User) =>
  isWithoutSignIn(user) ? t("apart.noSignIn") : t("apart.signInNotReported");

/** @param now ms since the epoch */
export const lastSignInTelling =
  (now: number): Telling =>
  (user) => {
    const { authenticated_at: at } = user;
    if (at === undefined) return noSignInBeside(user);
    const moment = momentOf(at);
    return t("apart.lastSignIn", { when: moment === undefined ? at : relativeTo(moment, now) });
  };

/** Roles that are named: with more, another line would be needed. */
const ROLES_NAMED = 2;

export const rolesTelling: Telling = (user) => {
  const none = noRolesOf(user);
  if (none) return t(`user.${none}`);
  const names = new Set(user.role_assignments?.map(({ role_identifier: name }) => name));
  const more = names.size - ROLES_NAMED;
  const named = [...names].slice(0, ROLES_NAMED);
  return [...named, ...(more > 0 ? [t("user.furtherRoles", { count: number(more) })] : [])].join(
    ", ",
  );
};

const emailTelling: Telling = ({ email }) => email ?? t("user.emailNotReported");

/** What tells several users apart, in the order in which they stand. @param tellings the first is asked about first */
export function tellApart(
  users: readonly User[],
  nameOf: NameOf,
  tellings: readonly Telling[],
): Apart[] {
  const of = (telling: Telling) => users.map((user) => telling(user, nameOf));
  const emails = of(emailTelling);
  // Whose address is the same is shown once, above them.
  const all = [...(areAlike(emails) ? [] : [emails]), ...tellings.map(of)];
  const inOrder = [...all.filter((said) => !areAlike(said)), ...all.filter(areAlike)];
  const ends = idEnds(users.map(({ id }) => id));
  return users.map((_, place) => ({
    said: inOrder.map((said) => said[place] ?? ""),
    idEnd: ends[place] ?? "",
  }));
}

const areAlike = (said: readonly string[]) => new Set(said).size <= 1;

/** The fewest characters of an ID's end that somebody compares at a glance. */
const END_MIN_CHARS = 5;

/** @returns `…z241a`, each another one; the whole ID where it is no longer */
export function idEnds(ids: readonly string[]): string[] {
  const longest = Math.max(...ids.map(({ length }) => length));
  for (let chars = END_MIN_CHARS; chars < longest; chars++) {
    const ends = ids.map((id) => (id.length > chars ? `…${id.slice(-chars)}` : id));
    if (new Set(ends).size === ids.length) return ends;
  }
  return [...ids];
}
