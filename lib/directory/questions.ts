import type { Ask, ListUsersParams } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import { asParts, emailSpellings, subjectSpellings } from "./spellings.ts";

/** The kinds of queries for someone who isn't looked up by ID. */
export type MatchKind = Exclude<Query["kind"], "id">;

/** One way to query the list for people, depending on what a zone supports. */
export type Question = (values: readonly string[], ask: Ask) => ListUsersParams;

const subjectParts: Question = (values) => ({
  querySubject: asParts(values.flatMap(subjectSpellings)),
});

/** Nothing else finds an identifier: an older zone can only be asked for its first users. */
const everybody: Question = () => ({});

/** Uses a filter that the current generation of the API has introduced; an older zone is asked in the other way. */
const newly =
  (filter: (values: readonly string[]) => ListUsersParams, otherwise: Question): Question =>
  (values, ask) =>
    ask === "today" ? filter(values) : otherwise(values, ask);

/** The questions for each kind, asked one after another until all values are settled. */
export const QUESTIONS: Record<MatchKind, readonly Question[]> = {
  /**
   * Several users may share an address except for its case, and the exact filter may be case-sensitive: the substring
   * query returns all of them at once. Anyone whom it doesn't return for certain may be found by the exact filter,
   * which is the only one that some zones apply.
   */
  email: [
    (values) => ({ queryEmail: asParts(values.flatMap(emailSpellings)) }),
    (values) => ({ emails: values.flatMap(emailSpellings) }),
  ],
  subject: [
    newly((values) => ({ subjects: values.flatMap(subjectSpellings) }), subjectParts),
    subjectParts,
  ],
  identifier: [newly((values) => ({ identifiers: values }), everybody)],
};

/** What is sent for a value in the longest of the questions. */
export const SENT_FOR: Record<MatchKind, (value: string) => string[]> = {
  email: (value) => asParts(emailSpellings(value)),
  subject: (value) => asParts(subjectSpellings(value)),
  identifier: (value) => [value],
};
