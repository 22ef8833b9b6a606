import type { ListUsersParams, User } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import type { Answer, Doubt } from "./answer.ts";
import type { AskParts } from "./asking.ts";
import { eachOnce } from "./each-once.ts";
import { toFailure } from "./failure.ts";
import { doubtOf, listOrWhole } from "./list-or-whole.ts";
import { matches, newestFirst } from "./match.ts";
import { readWhole } from "./read-whole.ts";
import { asParts, emailSpellings, subjectSpellings } from "./spellings.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/** Addresses or subjects that are looked up together; each may go out in several spellings. */
export const MATCHES_TOGETHER = 50;

/** The list calls that look people up by e-mail or subject, one after another until all are settled. */
const STEPS = {
  /**
   * Several users may share an address but for its case, which the exact filter may mind: the substring query brings
   * them all at once. Whom that does not show, or not for certain, the exact filter may: some zones apply it alone.
   */
  email: [
    (values) => ({ queryEmail: asParts(values.flatMap(emailSpellings)) }),
    (values) => ({ emails: values.flatMap(emailSpellings) }),
  ],
  subject: [(values) => ({ querySubject: asParts(values.flatMap(subjectSpellings)) })],
} satisfies Record<"email" | "subject", ((values: readonly string[]) => ListUsersParams)[]>;

/** What is sent for somebody in the longest of the calls that look them up. */
export const sentFor = {
  email: (value: string) => asParts(emailSpellings(value)),
  subject: (value: string) => asParts(subjectSpellings(value)),
};

/** Looks people up by e-mail address or subject, as many as fit into one request. */
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
  if (kept?.contract === "whole-directory") return answersFrom(kept.users, kept.learnedAt);
  if (kept?.contract === "ignores") {
    const reply = await readWhole(parts, { items: kept.users, totalCount: 0 }, options);
    if (reply.ok && reply.value.state === "whole")
      return answersFrom(reply.value.users, parts.now());
  }

  // Known to show its first 100 to any query: only an exact filter may bring others.
  const isCut = !options.fresh && (await parts.memory.recall())?.contract === "first-100";
  const met: User[] = [];
  const doubts = new Map<string, Doubt>(
    isCut ? values.map((value) => [value, "first-100-only"]) : [],
  );
  let failed: { values: readonly string[]; answer: Answer } | undefined;
  let open: readonly string[] = values;
  for (const paramsFor of isCut ? STEPS[kind].slice(-1) : STEPS[kind]) {
    const asked = open;
    if (asked.length === 0) break;
    const reply = await listOrWhole(parts, paramsFor(asked), options);
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
