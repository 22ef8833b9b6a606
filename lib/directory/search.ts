import type { User } from "../keycard/index.ts";
import { LIST_PAGE_MAX } from "../limits.ts";
import { findMentions } from "../mentions/index.ts";
import type { Answer, Query, SearchAnswer } from "./answer.ts";
import { toFailure } from "./failure.ts";
import { EXPAND, type LookUpParts, lookUp } from "./look-up.ts";
import { contains, newestFirst } from "./match.ts";
import { judge } from "./zone-contract.ts";

/**
 * Searches by free text. A whole e-mail address or user ID is looked up exactly first; else, and when that finds
 * nobody, whoever's e-mail or subject contains the text.
 *
 * @param text two characters or more
 * @param after cursor of the former answer, to continue it
 */
export async function search(
  parts: LookUpParts,
  text: string,
  after?: string,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  const exact = after === undefined ? exactQuery(text) : undefined;
  const known = exact && (await lookUp(parts, exact, signal));
  if (known && known.state !== "absent") return known;
  const answer = await searchList(parts, text, after, signal);
  return answer.state === "absent" && mayBeId(text, exact)
    ? byUnusualId(parts, text, signal)
    : answer;
}

/** The look-up that a text is, when it is one mention and nothing else. */
function exactQuery(text: string): Query | undefined {
  const [mention] = findMentions(text);
  if (mention?.start !== 0 || mention.end !== text.length) return undefined;
  return { kind: mention.kind, value: mention.value };
}

async function searchList(
  { client, zone, now }: LookUpParts,
  text: string,
  after: string | undefined,
  signal: AbortSignal | undefined,
): Promise<SearchAnswer> {
  const reply = await client.listUsers(
    zone,
    {
      query: [text],
      expand: EXPAND,
      limit: LIST_PAGE_MAX,
      sort: ["-authenticated_at"],
      ...(after !== undefined && { after }),
    },
    { signal },
  );
  if (!reply.ok) return { state: "failed", failure: toFailure(reply.error, now()) };
  const page = reply.value;
  const contract = judge(page, (user) => stands(user, text));
  const doubt = contract === "first-100" ? ("first-100-only" as const) : undefined;
  const asOf = now();
  const [first, ...others] = newestFirst(page.items.filter((user) => contains(user, text)));
  if (!first) return doubt ? { state: "inconclusive", doubt, asOf } : { state: "absent", asOf };
  return {
    state: "found",
    users: [first, ...others],
    asOf,
    ...(contract === "filters" && page.after !== undefined && { after: page.after }),
    ...(doubt && { doubt }),
  };
}

/** What `query[]` lets through: a text within e-mail or subject. */
function stands(user: User, text: string): boolean {
  const sought = text.toLowerCase();
  return [user.email, user.subject].some((field) => field?.toLowerCase().includes(sought));
}

/** IDs are opaque: one of another shape than seen in the wild is no mention, but a person may type it. */
function mayBeId(text: string, exact: Query | undefined): boolean {
  return exact === undefined && text.length >= 8 && /^[^\s@/]+$/.test(text);
}

async function byUnusualId(
  parts: LookUpParts,
  text: string,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const answer = await lookUp(parts, { kind: "id", value: text }, signal);
  // What the API finds malformed as an ID is simply not there.
  const malformed = answer.state === "failed" && answer.failure.why === "bad-request";
  return malformed ? { state: "absent", asOf: parts.now() } : answer;
}
