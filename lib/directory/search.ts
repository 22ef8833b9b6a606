import { findMentions } from "../mentions/index.ts";
import type { Query } from "../query.ts";
import type { Answer, SearchAnswer } from "./answer.ts";
import type { AskParts, Listed } from "./asking.ts";
import { toFailure } from "./failure.ts";
import { doubtOf, listOrWhole } from "./list-or-whole.ts";
import { contains, newestFirst } from "./match.ts";
import { asParts, textSpellings } from "./spellings.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/**
 * Searches by free text. A whole e-mail address or user ID is looked up exactly first; else, and when that finds
 * nobody, whoever's e-mail or subject contains the text.
 *
 * @param text two characters or more
 * @param after cursor of the former answer, to continue it
 */
export async function search(
  parts: AskParts,
  lookUp: (query: Query) => Promise<Answer>,
  text: string,
  after: string | undefined,
  options: AskOptions,
): Promise<SearchAnswer> {
  const exact = after === undefined ? exactQuery(text) : undefined;
  const known = exact && (await lookUp(exact));
  if (known && known.state !== "absent") return known;
  const answer = await searchList(parts, text, after, options);
  if (answer.state === "found" || answer.state === "failed" || !mayBeId(text, exact)) return answer;
  const byId = unusualId(await lookUp({ kind: "id", value: text }), parts.now());
  return byId.state === "absent" ? answer : byId;
}

/** The look-up that a text is, when it is one mention and nothing else. */
function exactQuery(text: string): Query | undefined {
  const [mention] = findMentions(text);
  if (mention?.start !== 0 || mention.end !== text.length) return undefined;
  return { kind: mention.kind, value: mention.value };
}

async function searchList(
  parts: AskParts,
  text: string,
  after: string | undefined,
  options: AskOptions,
): Promise<SearchAnswer> {
  const known = after === undefined ? await parts.memory.directory() : undefined;
  if (known && known.contract !== "ignores")
    return answerFrom({ ...known, after: undefined }, text, known.learnedAt);
  const reply = await listOrWhole(
    parts,
    {
      query: asParts(textSpellings(text)),
      sort: ["-authenticated_at"],
      ...(after !== undefined && { after }),
    },
    options,
    1,
  );
  return reply.ok
    ? answerFrom(reply.value, text, parts.now())
    : { state: "failed", failure: toFailure(reply.error, parts.now()) };
}

function answerFrom(listed: Listed, text: string, asOf: number): SearchAnswer {
  const { users, after, total } = listed;
  // A list that goes on is no doubt here: the person may go on with it.
  const doubt = doubtOf({ ...listed, after: undefined });
  const [first, ...others] = newestFirst(users.filter((user) => contains(user, text)));
  if (!first) return doubt ? { state: "inconclusive", doubt, asOf } : { state: "absent", asOf };
  return {
    state: "found",
    users: [first, ...others],
    asOf,
    ...(after !== undefined && { after }),
    ...(total !== undefined && { total }),
    ...(doubt && { doubt }),
  };
}

/** IDs are opaque: one of another shape than seen in the wild is no mention, but a person may type it. */
function mayBeId(text: string, exact: Query | undefined): boolean {
  return exact === undefined && text.length >= 8 && /^[^\s@/]+$/.test(text);
}

/** What the API finds malformed as an ID is simply not there. */
function unusualId(answer: Answer, asOf: number): Answer {
  const malformed = answer.state === "failed" && answer.failure.why === "badRequest";
  return malformed ? { state: "absent", asOf } : answer;
}
