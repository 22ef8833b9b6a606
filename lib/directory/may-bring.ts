import type { ListUsersParams, User } from "../keycard/index.ts";
import { emailKey } from "../person-key.ts";

/** What a database may take for something else than itself: SQL's LIKE has these three, others `*` and `?`. */
const WILDCARDS = /[_%\\*?]+/;

/**
 * Whether filters may bring a user, however loosely a zone understands them: without case or accents, and with wildcards.
 * It judges the zone, not the person: somebody whom no filter can have brought is a sign that it was ignored, and one
 * whom `_` has brought is none. Who is shown passes `matches`.
 */
export function mayBring(params: ListUsersParams, user: User): boolean {
  const { ids, emails, query, queryEmail, querySubject } = params;
  const { id, email, subject } = user;
  if (ids && !ids.includes(id)) return false;
  if (emails && !emails.some((value) => isSameEmail(email, value))) return false;
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

function isSameEmail(email: string | undefined, value: string): boolean {
  if (email === undefined) return false;
  return emailKey(email) === emailKey(value) || mayBe(email, value);
}

/** Whether a filter for the whole value may bring what a field holds. */
function mayBe(field: string | undefined, value: string): boolean {
  if (field === undefined) return false;
  return WILDCARDS.test(value) ? mayHold(field, value) : loose(field) === loose(value);
}

/** Whether the text stands in what a field holds; with wildcards, what is between them, in this order. */
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
