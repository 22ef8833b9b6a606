import type { ListUsersParams, User } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import type { Answer, Doubt } from "./answer.ts";
import { type AskParts, type Listed, list } from "./asking.ts";
import { toFailure } from "./failure.ts";
import { matches, newestFirst } from "./match.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/** Addresses that one `filter[email]` call carries: each may go twice, as written and lower-cased. */
export const EMAILS_PER_REQUEST = 50;

/** The list calls that look people up by e-mail or subject, one after another until all are settled. */
const STEPS = {
  /**
   * Whether the exact filter minds case is unknown: the address goes as written and lower-cased, and before "absent"
   * is said the substring query is asked too. Users are compared without case.
   */
  email: [
    (values) => ({ emails: [...new Set(values.flatMap((v) => [v, v.toLowerCase()]))] }),
    (values) => ({ queryEmail: values }),
  ],
  subject: [(values) => ({ querySubject: values })],
} satisfies Record<"email" | "subject", ((values: string[]) => ListUsersParams)[]>;

/** Looks people up by e-mail address or subject, up to EMAILS_PER_REQUEST of a kind together. */
export async function askMatches(
  parts: AskParts,
  kind: "email" | "subject",
  values: string[],
  options: AskOptions,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const known = options.fresh ? undefined : await parts.memory.directory();
  // Of a zone known by its first 100 only, some filters may still be applied: it is asked.
  if (known?.contract === "whole-directory")
    for (const value of values)
      answers.set(
        value,
        fromListed({ kind, value }, { ...known, after: undefined }, known.learnedAt, true),
      );

  for (const [step, paramsFor] of STEPS[kind].entries()) {
    const open = values.filter((value) => !answers.has(value));
    if (open.length === 0) break;
    const isLast = step === STEPS[kind].length - 1;
    const params = paramsFor(open);
    const reply = await list(
      parts,
      params,
      (user) => isLetThrough(user, kind, open, params),
      options,
    );
    for (const value of open) {
      const answer = reply.ok
        ? fromListed({ kind, value }, reply.value, parts.now(), isLast)
        : ({ state: "failed", failure: toFailure(reply.error, parts.now()) } as const);
      if (answer) answers.set(value, answer);
    }
  }
  return answers;
}

/** The answer that a list gives, or undefined where it leaves the question to the next step. */
function fromListed(query: Query, listed: Listed, asOf: number, isLast: true): Answer;
function fromListed(
  query: Query,
  listed: Listed,
  asOf: number,
  isLast: boolean,
): Answer | undefined;
function fromListed(
  query: Query,
  { users, contract, after }: Listed,
  asOf: number,
  isLast: boolean,
): Answer | undefined {
  const doubt: Doubt | undefined =
    contract === "first-100"
      ? "first-100-only"
      : after !== undefined
        ? "too-many-matches"
        : undefined;
  const [first, ...others] = newestFirst(users.filter((user) => matches(user, query)));
  if (first)
    return {
      state: "found",
      users: [first, ...others],
      asOf,
      ...(doubt && { doubt }),
    };
  if (doubt) return { state: "inconclusive", doubt, asOf };
  return contract === "whole-directory" || isLast ? { state: "absent", asOf } : undefined;
}

/** Whether the filter that was sent lets a user through: the substring queries let more through than is asked for. */
function isLetThrough(
  user: User,
  kind: "email" | "subject",
  values: string[],
  params: ListUsersParams,
): boolean {
  if (params.emails) return values.some((value) => matches(user, { kind, value }));
  const field = (kind === "email" ? user.email : user.subject)?.toLowerCase();
  return values.some((value) => field?.includes(value.toLowerCase()));
}
