import type { User } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import type { Doubt } from "./answer.ts";
import { type AskParts, list } from "./asking.ts";
import { toFailure } from "./failure.ts";
import { inRequests } from "./in-requests.ts";
import { doubtOf, listOrWhole } from "./list-or-whole.ts";
import { newestFirst } from "./match.ts";
import { rankOf, similarityTo } from "./similarity.ts";
import { similarityParts } from "./similarity-parts.ts";
import { asParts, emailSpellings, textSpellings } from "./spellings.ts";
import type { Suggested, SuggestionsReply } from "./suggested.ts";
import type { AskOptions, CallError } from "./traffic/traffic.ts";
import { uniqueUsers } from "./unique-users.ts";

/** Maximum number of people that are suggested: more don't help to choose. */
export const SUGGESTED_MAX = 10;

/** The users that were read for suggestions. */
interface Looked {
  users: readonly User[];
  doubt: Doubt | undefined;
}

/**
 * Looks for people with an address similar to one that no one in the zone has, in two requests at most. It makes no
 * claim about that address itself: whoever has it is never suggested.
 *
 * @param query an e-mail address; for any other kind, no one is suggested
 */
export async function suggest(
  parts: AskParts,
  query: Pick<Query, "kind" | "value" | "cut">,
  options: AskOptions,
): Promise<SuggestionsReply> {
  const asked = query.kind === "email" ? similarityParts(query) : undefined;
  if (!asked) return { state: "searched", people: [], over: 0 };
  const [narrow, wide] = asked;
  const looked = await lookThrough(parts, [spelled(narrow), spelled(wide)], options);
  if ("why" in looked) return { state: "failed", failure: toFailure(looked, parts.now()) };
  return suggested(query, looked);
}

/** The similar ones among them. */
function suggested(query: Pick<Query, "value" | "cut">, { users, doubt }: Looked): Suggested {
  const people = newestFirst(uniqueUsers(users))
    .flatMap((user) => {
      const why = user.email === undefined ? undefined : similarityTo(query, user.email);
      return why ? [{ user, why }] : [];
    })
    .sort((a, b) => rankOf(a.why) - rankOf(b.why));
  const shown = people.slice(0, SUGGESTED_MAX);
  return {
    state: "searched",
    people: shown,
    over: people.length - shown.length,
    ...(doubt && { doubt }),
  };
}

async function lookThrough(
  parts: AskParts,
  [narrow, wide]: readonly [narrow: Spelled, wide: Spelled],
  options: AskOptions,
): Promise<Looked | CallError> {
  const known = await parts.memory.directory();
  if (known && known.contract !== "ignores")
    return { users: known.users, doubt: doubtOf({ ...known, after: undefined }) };
  const first = await listOrWhole(parts, () => paramsOf(narrow), options, 1);
  if (!first.ok) return first.error;
  const { users, contract } = first.value;
  const doubt = doubtOf(first.value) ?? narrow.doubt;
  // Everyone was returned, or the zone can't search for parts of addresses: a second request would add nothing.
  if (contract !== "filters" && contract !== "unclear") return { users, doubt };
  const second = await list(parts, () => paramsOf(wide), options, 1);
  if (!second.ok) return { users, doubt: "too-many-matches" };
  const rest = second.value;
  const isOdd = rest.contract !== "filters" && rest.contract !== "unclear";
  return {
    users: [...users, ...rest.users],
    doubt: doubt ?? (isOdd ? "contradictory" : (doubtOf(rest) ?? wide.doubt)),
  };
}

interface Spelled {
  values: readonly string[];
  doubt: Doubt | undefined;
}

/** The parts in the form in which they are sent, as many as fit into one request. */
function spelled(texts: readonly string[]): Spelled {
  const whole = (text: string) => /@./u.test(text);
  const values = asParts(
    texts.flatMap((text) => (whole(text) ? emailSpellings(text) : textSpellings(text))),
  );
  const [first = [], ...rest] = inRequests(values, (value) => [value]);
  return {
    values: first,
    doubt: rest.length > 0 ? "too-many-matches" : undefined,
  };
}

const paramsOf = ({ values }: Spelled) => ({
  query: values,
  sort: ["-authenticated_at"] as const,
});
