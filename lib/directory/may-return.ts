import type { ListUsersParams, User } from "../keycard/index.ts";
import { emailKey } from "../person-key.ts";

/** Characters that a database may interpret as wildcards: SQL's LIKE has the first three, others have `*` and `?`. */
const WILDCARDS = /[_%\\*?]+/;

/**
 * Whether filters may return a user, however loosely a zone applies them: ignoring case or accents, and with wildcards.
 * It judges the zone, not the person: a user whom no filter can have returned shows that the filter was ignored, while
 * one who matches through `_` doesn't. Whoever is shown must also pass `matches`.
 */
export function mayReturn(params: ListUsersParams, user: User): boolean {
  const { ids, emails, subjects, identifiers, query, queryEmail, querySubject } = params;
  const { id, email, subject, identifier } = user;
  if (ids && !ids.includes(id)) return false;
  if (emails && !emails.some((value) => isSameEmail(email, value))) return false;
  if (subjects && !subjects.some((value) => mayBe(subject, value))) return false;
  if (identifiers && !identifiers.some((value) => mayBe(identifier, value))) return false;
  if (isGranted(params, user) === false) return false;
  const parts: [readonly string[] | undefined, (string | undefined)[]][] = [
    [query, [email, subject]],
    [queryEmail, [email]],
    [querySubject, [subject]],
  ];
  return parts.every(
    ([texts, fields]) =>
      !texts || texts.some((text) => fields.some((field) => mayHold(field, text))),
  );
}

/**
 * Whether a user has one of the roles, granted directly as `filter[role]` requires (API notes, section 3), and is in
 * one of the groups.
 *
 * @returns undefined if that isn't reported
 */
export function isGranted(
  { roles, groups }: Pick<ListUsersParams, "roles" | "groups">,
  user: User,
): boolean | undefined {
  const held = user.role_assignments?.filter(({ source }) => source !== "group");
  const hasRole = roles ? held?.some((role) => roles.includes(role.role_identifier)) : true;
  const isIn = groups ? user.groups?.some(({ id }) => groups.includes(id)) : true;
  return hasRole === false || isIn === false ? false : hasRole && isIn;
}

function isSameEmail(email: string | undefined, value: string): boolean {
  if (email === undefined) return false;
  return emailKey(email) === emailKey(value) || mayBe(email, value);
}

/** Whether a filter for the whole value may match a field. */
function mayBe(field: string | undefined, value: string): boolean {
  if (field === undefined) return false;
  return WILDCARDS.test(value) ? mayHold(field, value) : loose(field) === loose(value);
}

/** Whether a field may contain the text; with wildcards, whether it contains the parts between them, in this order. */
function mayHold(field: string | undefined, text: string): boolean {
  if (field === undefined) return false;
  const held = loose(field);
  let from = 0;
  for (const piece of loose(text).split(WILDCARDS)) {
    const at = held.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

function loose(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
