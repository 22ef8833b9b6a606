import type { User } from "../keycard/index.ts";
import type { SearchAnswer } from "./answer.ts";
import { type AskParts, list } from "./asking.ts";
import { toFailure } from "./failure.ts";
import { inRequests } from "./in-requests.ts";
import { doubtOf, listOrWhole } from "./list-or-whole.ts";
import { contains } from "./match.ts";
import {
  hasSearchableWord,
  joinedWords,
  type Name,
  searchableWords,
  wordsContained,
} from "./name.ts";
import { ALL_SEARCHED, searchAnswer } from "./search-answer.ts";
import { asParts, textSpellings } from "./spellings.ts";
import type { AskOptions } from "./traffic/traffic.ts";
import { uniqueUsers } from "./unique-users.ts";

/** What is known about a zone in addition to its users, once it was queried. */
type Beside = Pick<Parameters<typeof searchAnswer>[1], "asOf" | "doubt" | "after" | "total">;

/**
 * Searches for a name, which Keycard doesn't store: first for e-mail addresses with all of its words, then with any, in
 * two requests at most. The first also returns anyone whose subject is exactly the text, in which case only they match.
 *
 * @param after cursor of the previous answer, to continue it
 */
export async function searchName(
  parts: AskParts,
  text: string,
  name: Name,
  after: string | undefined,
  options: AskOptions,
): Promise<SearchAnswer> {
  if (after !== undefined) return searchWords(parts, name, [], after, options);
  const known = await parts.memory.directory();
  if (known && known.contract !== "ignores") {
    const doubt = doubtOf({ ...known, after: undefined });
    return among(known.users, text, name, { asOf: known.learnedAt, doubt });
  }
  const first = await listOrWhole(
    parts,
    () => ({ query: sent([text, ...joinedWords(name)]), sort: ["-authenticated_at"] }),
    options,
    1,
  );
  if (!first.ok) return { state: "failed", failure: toFailure(first.error, parts.now()) };
  const { users, contract } = first.value;
  const doubt = doubtOf(first.value);
  if (users.some((user) => contains(user, text)) || isEverything(contract))
    return among(users, text, name, { asOf: parts.now(), doubt });
  return searchWords(parts, name, users, undefined, options);
}

/** Whether no further request would return anyone else. */
const isEverything = (contract: string) => contract !== "filters" && contract !== "unclear";

/** The users who match. */
function among(users: readonly User[], text: string, name: Name, beside: Beside): SearchAnswer {
  const exact = users.filter((user) => contains(user, text));
  if (exact.length > 0) return searchAnswer(exact, { ...beside, searched: ALL_SEARCHED });
  return answerOf(users, name, beside);
}

/** @param met the users of the first request */
async function searchWords(
  parts: AskParts,
  name: Name,
  met: readonly User[],
  after: string | undefined,
  options: AskOptions,
): Promise<SearchAnswer> {
  const reply = await list(
    parts,
    () => ({
      queryEmail: sent(searchableWords(name)),
      sort: ["-authenticated_at"],
      ...(after !== undefined && { after }),
    }),
    options,
    1,
  );
  const asOf = parts.now();
  if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, asOf) };
  const { users, contract, after: rest, total } = reply.value;
  return answerOf(uniqueUsers([...met, ...users]), name, {
    asOf,
    // A list that continues isn't a doubt here: the user can continue it.
    doubt: contract === "ignores" ? "contradictory" : doubtOf({ contract, after: undefined }),
    after: rest,
    // See searchList.
    total: users.every((user) => hasSearchableWord(user, name)) ? total : undefined,
  });
}

function answerOf(users: readonly User[], name: Name, beside: Beside): SearchAnswer {
  const answer = searchAnswer(
    users.filter((user) => hasSearchableWord(user, name)),
    { ...beside, searched: ["email"], rank: (user) => -wordsContained(user, name) },
  );
  return { ...answer, words: searchableWords(name) };
}

/** As many as fit into one request. */
function sent(texts: readonly string[]): string[] {
  return inRequests(asParts(texts.flatMap(textSpellings)), (value) => [value])[0] ?? [];
}
