import type { User } from "../keycard/index.ts";
import { API_ID_MAX_CHARS } from "../limits.ts";
import { findMentions } from "../mentions/index.ts";
import type { Query } from "../query.ts";
import type { Answer, SearchAnswer, Searched } from "./answer.ts";
import type { AskParts } from "./asking.ts";
import { toFailure } from "./failure.ts";
import { doubtOf, listOrWhole } from "./list-or-whole.ts";
import { contains } from "./match.ts";
import { nameIn, plainSpellings } from "./name.ts";
import { ALL_SEARCHED, searchAnswer } from "./search-answer.ts";
import { type Narrowing, searchGranted } from "./search-granted.ts";
import { searchName } from "./search-name.ts";
import { asParts, domainSpellings, textSpellings } from "./spellings.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/** What to search for: a text of two characters or more, or people who have a role or are in a group, or both. */
export type SearchTarget = { text: string } & Narrowing;

/**
 * Searches by free text. A complete e-mail address or user ID is looked up exactly first. Otherwise, or if that finds
 * no one, it searches for users whose e-mail or subject contains the text; and if that finds no one, for those whose
 * identifier or ID equals it. Several words are treated as a name.
 *
 * @param after cursor of the previous answer, to continue it
 */
export async function search(
  parts: AskParts,
  lookUp: (query: Query) => Promise<Answer>,
  { text, ...narrowing }: SearchTarget,
  after: string | undefined,
  options: AskOptions,
): Promise<SearchAnswer> {
  if (narrowing.roles ?? narrowing.groups)
    return searchGranted(parts, text, narrowing, after, options);
  const exact = after === undefined ? exactQuery(text) : undefined;
  const known = exact && (await lookUp(exact));
  if (exact && known && known.state !== "absent") return withSearched(known, [exact.kind]);
  const name = nameIn(text);
  if (name) return searchName(parts, text, name, after, options);
  const answer = await searchList(parts, text, after, options);
  if (answer.state === "found" || answer.state === "failed" || after !== undefined) return answer;
  const searched = new Set(answer.searched ?? []);
  if (exact) searched.add(exact.kind);
  for (const kind of await wholesOf(parts, text, searched)) {
    const whole = await lookUp({ kind, value: text });
    if (whole.state === "found") return withSearched(whole, [kind]);
    const isRefused =
      whole.state === "failed" &&
      whole.failure.why === "badRequest" &&
      whole.failure.status !== undefined;
    // An ID that the API calls malformed doesn't exist; an identifier has no format, so it counts as not searched.
    if (whole.state === "absent" || (isRefused && kind === "id")) searched.add(kind);
    // A reply that can't be parsed says nothing about an ID that was only a guess.
    else if (whole.state === "failed" && !isRefused && whole.failure.why !== "invalidReply")
      return whole;
  }
  return { ...answer, searched: [...searched] };
}

/** The query for a text that is exactly one mention. */
function exactQuery(text: string): Query | undefined {
  const [mention] = findMentions(text);
  if (mention?.start !== 0 || mention.end !== text.length) return undefined;
  return { kind: mention.kind, value: mention.value };
}

/**
 * The queries for which the text can be the whole value and that weren't asked yet. IDs are opaque: one of an unknown
 * format isn't a mention, but someone can still type it. An older zone can't be asked for an identifier.
 */
async function wholesOf(
  { memory }: AskParts,
  text: string,
  searched: ReadonlySet<Searched>,
): Promise<("identifier" | "id")[]> {
  if (!/^\S+$/u.test(text)) return [];
  const mayBeIdentifier = (await memory.takesNewFilters()) !== false;
  const mayBeId = text.length >= 8 && text.length <= API_ID_MAX_CHARS && !/[@/]/.test(text);
  const wholes = [mayBeIdentifier && ("identifier" as const), mayBeId && ("id" as const)];
  return wholes.filter((kind) => kind !== false).filter((kind) => !searched.has(kind));
}

async function searchList(
  parts: AskParts,
  text: string,
  after: string | undefined,
  options: AskOptions,
): Promise<SearchAnswer> {
  const plain = /@/.test(text) ? [] : plainSpellings(text);
  const texts = [text, ...plain, ...domainSpellings(text)];
  const holds = (user: User) => texts.some((one) => contains(user, one));
  const known = after === undefined ? await parts.memory.directory() : undefined;
  if (known && known.contract !== "ignores") {
    const doubt = doubtOf({ ...known, after: undefined });
    const { users, learnedAt: asOf } = known;
    return searchAnswer(users.filter(holds), { asOf, doubt, searched: ALL_SEARCHED });
  }
  const reply = await listOrWhole(
    parts,
    () => ({
      query: asParts(texts.flatMap(textSpellings)),
      sort: ["-authenticated_at"],
      ...(after !== undefined && { after }),
    }),
    options,
    1,
  );
  if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, parts.now()) };
  const { users, contract, after: rest, total } = reply.value;
  return searchAnswer(users.filter(holds), {
    asOf: parts.now(),
    // A list that continues isn't a doubt here: the user can continue it.
    doubt: doubtOf({ contract, after: undefined }),
    after: rest,
    // The zone counts what its filter has returned, which may be more than was asked for ("_" matches any character).
    total: users.every(holds) ? total : undefined,
    searched: contract === "whole-directory" ? ALL_SEARCHED : ["email", "subject"],
  });
}

function withSearched(answer: Answer, searched: readonly Searched[]): SearchAnswer {
  return answer.state === "failed" ? answer : { ...answer, searched };
}
