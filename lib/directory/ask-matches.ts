import type { ListUsersParams, User } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import type { Answer, Doubt } from "./answer.ts";
import type { AskParts } from "./asking.ts";
import { eachOnce } from "./each-once.ts";
import { toFailure } from "./failure.ts";
import { doubtOf, listOrWhole } from "./list-or-whole.ts";
import { matches, newestFirst } from "./match.ts";
import { readWhole } from "./read-whole.ts";
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
  const queryOf = (value: string): Query => ({ kind, value });
  /** From everybody of the zone: whoever is not there is absent. */
  const answersFrom = (users: readonly User[], asOf: number) =>
    new Map(values.map((value) => [value, answerFrom(users, queryOf(value), undefined, asOf)]));

  const kept = options.fresh ? undefined : await parts.memory.directory();
  // Of a zone known by its first 100 only, some filters may still be applied: it is asked.
  if (kept?.contract === "whole-directory") return answersFrom(kept.users, kept.learnedAt);
  if (kept?.contract === "ignores") {
    const reply = await readWhole(parts, { items: kept.users, totalCount: 0 }, options);
    if (reply.ok && reply.value.state === "whole")
      return answersFrom(reply.value.users, parts.now());
  }

  const met: User[] = [];
  const doubts = new Map<string, Doubt>();
  let failed: { values: readonly string[]; answer: Answer } | undefined;
  let open: readonly string[] = values;
  for (const paramsFor of STEPS[kind]) {
    const asked = open;
    if (asked.length === 0) break;
    const params = paramsFor([...asked]);
    const mayBring = (user: User) => isLetThrough(user, kind, asked, params);
    const reply = await listOrWhole(parts, params, mayBring, options);
    if (!reply.ok) {
      failed = {
        values: asked,
        answer: { state: "failed", failure: toFailure(reply.error, parts.now()) },
      };
      break;
    }
    if (reply.value.contract === "whole-directory")
      return answersFrom(reply.value.users, parts.now());
    met.push(...reply.value.users);
    const doubt = doubtOf(reply.value);
    if (doubt) for (const value of asked) if (!doubts.has(value)) doubts.set(value, doubt);
    const isMet = (value: string) => met.some((user) => matches(user, queryOf(value)));
    open = asked.filter((value) => doubt !== undefined || !isMet(value));
  }
  const answers = values.map((value): [string, Answer] => {
    const answer = answerFrom(eachOnce(met), queryOf(value), doubts.get(value), parts.now());
    const isFailed = failed?.values.includes(value) === true && answer.state !== "found";
    return [value, isFailed && failed ? failed.answer : answer];
  });
  return new Map(answers);
}

function answerFrom(
  users: readonly User[],
  query: Query,
  doubt: Doubt | undefined,
  asOf: number,
): Answer {
  const [first, ...others] = newestFirst(users.filter((user) => matches(user, query)));
  if (first) return { state: "found", users: [first, ...others], asOf, ...(doubt && { doubt }) };
  return doubt ? { state: "inconclusive", doubt, asOf } : { state: "absent", asOf };
}

/** Whether the filter that was sent lets a user through: the substring queries let more through than is asked for. */
function isLetThrough(
  user: User,
  kind: "email" | "subject",
  values: readonly string[],
  params: ListUsersParams,
): boolean {
  if (params.emails) return values.some((value) => matches(user, { kind, value }));
  const field = (kind === "email" ? user.email : user.subject)?.toLowerCase();
  return values.some((value) => field?.includes(value.toLowerCase()));
}
