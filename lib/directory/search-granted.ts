import type { User } from "../keycard/index.ts";
import type { SearchAnswer, Searched } from "./answer.ts";
import { askQuestion } from "./ask-question.ts";
import type { AskParts } from "./asking.ts";
import { toFailure } from "./failure.ts";
import { contains } from "./match.ts";
import { isGranted } from "./may-return.ts";
import { searchAnswer } from "./search-answer.ts";
import { asParts, domainSpellings, textSpellings } from "./spellings.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/** What a search is narrowed to: any one of each kind suffices, and a given kind is never empty. */
export interface Narrowing {
  /** Identifiers of roles that are granted directly; the API's filter ignores roles through groups. */
  roles?: readonly string[] | undefined;
  /** IDs of groups. */
  groups?: readonly string[] | undefined;
}

/**
 * Searches for people who have a role or are in a group, and whose e-mail or subject contains the text, if there is
 * one. Only the current generation of the API supports this: in an older zone, someone is shown or ruled out only if
 * all of it can be read. A user is never shown if the API doesn't report the role or group.
 */
export async function searchGranted(
  parts: AskParts,
  text: string,
  { roles, groups }: Narrowing,
  after: string | undefined,
  options: AskOptions,
): Promise<SearchAnswer> {
  const narrowing = { ...(roles && { roles }), ...(groups && { groups }) };
  const searched: Searched[] = [
    ...(text === "" ? [] : (["email", "subject"] as const)),
    ...(roles ? (["role"] as const) : []),
    ...(groups ? (["group"] as const) : []),
  ];
  const texts = [text, ...domainSpellings(text)];
  const isMeant = (user: User) =>
    isGranted(narrowing, user) === true &&
    (text === "" || texts.some((one) => contains(user, one)));
  const outcome = await askQuestion(
    parts,
    (ask) =>
      ask === "today"
        ? {
            ...narrowing,
            ...(text !== "" && { query: asParts(texts.flatMap(textSpellings)) }),
            sort: ["-authenticated_at"],
            ...(after !== undefined && { after }),
          }
        : {},
    options,
    1,
  );
  const asOf = parts.now();
  if (outcome.state === "failed")
    return { state: "failed", failure: toFailure(outcome.error, asOf) };
  const { users } = outcome;
  const shown = users.filter(isMeant);
  // If roles or groups aren't reported, nothing is known about those users, nor whether the zone has applied the
  // filter.
  const told = users.filter((user) => isGranted(narrowing, user) !== undefined);
  const isTold = told.length === users.length;
  if (outcome.state === "everybody" || (!isTold && told.length === 0))
    return searchAnswer(shown, { asOf, searched, doubt: isTold ? undefined : "not-askable" });
  const { doubt, after: rest, total: counted } = outcome;
  // A list that continues isn't a doubt here: the user can continue it.
  const isOpen = doubt !== undefined && doubt !== "too-many-matches";
  const untold = isTold ? undefined : "contradictory";
  // The zone counts what its filter has returned, which may be more than was asked for.
  const total = shown.length === users.length ? counted : undefined;
  return searchAnswer(shown, {
    asOf,
    searched,
    after: rest,
    doubt: isOpen ? doubt : untold,
    total,
  });
}
