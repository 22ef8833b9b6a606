import type { Ask, ListUsersParams } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import { asParts, emailSpellings, subjectSpellings } from "./spellings.ts";

/** How somebody may be asked for who is not known by ID. */
export type MatchKind = Exclude<Query["kind"], "id">;

/** One way to ask the list for people, as far as a zone understands it. */
export type Question = (values: readonly string[], ask: Ask) => ListUsersParams;

const subjectParts: Question = (values) => ({
  querySubject: asParts(values.flatMap(subjectSpellings)),
});

/** Nothing else searches by identifier: all that an older zone can be asked is who its first users are. */
const everybody: Question = () => ({});

/** By a filter that came with today's generation; an older zone is asked in the other way. */
const newly =
  (filter: (values: readonly string[]) => ListUsersParams, otherwise: Question): Question =>
  (values, ask) =>
    ask === "today" ? filter(values) : otherwise(values, ask);

/** The questions for each kind, one after another until all are settled. */
export const QUESTIONS: Record<MatchKind, readonly Question[]> = {
  /**
   * Several users may share an address but for its case, which the exact filter may mind: the substring query brings
   * them all at once. Whom that does not show, or not for certain, the exact filter may: some zones apply it alone.
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

/** What is sent for somebody in the longest of the questions. */
export const SENT_FOR: Record<MatchKind, (value: string) => string[]> = {
  email: (value) => asParts(emailSpellings(value)),
  subject: (value) => asParts(subjectSpellings(value)),
  identifier: (value) => [value],
};
