import type { Ask, User } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import type { Answer, Doubt } from "./answer.ts";
import { askInHalves } from "./ask-in-halves.ts";
import { askQuestion } from "./ask-question.ts";
import type { AskParts } from "./asking.ts";
import { toFailure } from "./failure.ts";
import { filterOf } from "./filter-of.ts";
import { matches, newestFirst } from "./match.ts";
import { type MatchKind, QUESTIONS } from "./questions.ts";
import { confirmedWhole } from "./read-whole.ts";
import type { AskOptions } from "./traffic/traffic.ts";
import { uniqueUsers } from "./unique-users.ts";

/** People who are looked up together; each may be sent in several spellings. */
export const MATCHES_TOGETHER = 50;

/** Looks people up by e-mail address, subject or identifier, as many as fit into one request. */
export async function askMatches(
  parts: AskParts,
  kind: MatchKind,
  values: string[],
  options: AskOptions,
): Promise<Map<string, Answer>> {
  const { users, asOf, doubtOf, failureOf } = await gather(parts, kind, values, options);
  const answers = values.map((value): [string, Answer] => {
    const answer = answerFrom(users, { kind, value }, doubtOf(value), asOf);
    return [value, (answer.state !== "found" && failureOf(value)) || answer];
  });
  return new Map(answers);
}

/** The users that were returned during the lookups, and what remained uncertain for each value. */
interface Gathered {
  users: readonly User[];
  /** When the API returned them, ms since the epoch. */
  asOf: number;
  doubtOf: (value: string) => Doubt | undefined;
  failureOf: (value: string) => Answer | undefined;
}

async function gather(
  parts: AskParts,
  kind: MatchKind,
  values: readonly string[],
  options: AskOptions,
): Promise<Gathered> {
  const kept = await keptWhole(parts, options);
  if (kept) return kept;
  const { memory } = parts;
  const isCut = !options.fresh && (await memory.recall())?.contract === "first-100";
  const takesNew = options.fresh ? undefined : await memory.takesNewFilters();
  const met: User[] = [];
  const doubts = new Map<string, Doubt | undefined>();
  // Any question except the last, which some of these zones apply, would return the first 100.
  if (isCut) for (const value of values) doubts.set(value, "first-100-only");
  const failures = new Map<string, Answer>();
  const asked = new Set<string>();
  let open = values;
  for (const question of isCut ? QUESTIONS[kind].slice(-1) : QUESTIONS[kind]) {
    const those = open;
    // A zone that doesn't know the newest filters may not have refused what is new along with them.
    const paramsOf = (some: readonly string[]) => (ask: Ask) =>
      question(some, takesNew === false ? "documented" : ask);
    // An older zone was already asked in this way, instead of with the filter that it doesn't know.
    if (those.length === 0 || asked.has(filterOf(paramsOf(those)("plain")))) break;
    const answered = await askInHalves(those, (some) =>
      askQuestion(parts, paramsOf(some), options),
    );
    open = [];
    for (const { values: some, outcome } of answered) {
      if (outcome.state === "everybody") return everybody(outcome.users, parts.now());
      if (outcome.state === "failed") {
        const failure = toFailure(outcome.error, parts.now());
        for (const value of some) failures.set(value, { state: "failed", failure });
        // What was refused can be asked in another way; after any other error, no other way is better.
        if (outcome.error.why === "badRequest") open = [...open, ...some];
        continue;
      }
      asked.add(outcome.asked);
      const isTooOld = outcome.asked !== filterOf(question(some, "today"));
      if (isTooOld && takesNew !== false && !options.isPrivate) await memory.learnNewFilters(false);
      met.push(...outcome.users);
      for (const value of some) {
        // The exact filter may be case-sensitive: others may share an address for which no substring query is possible.
        const isNarrow = failures.delete(value) && kind === "email";
        keepDoubt(doubts, value, outcome.doubt ?? (isNarrow ? "not-askable" : undefined));
      }
      const isMet = (value: string) => met.some((user) => matches(user, { kind, value }));
      const isOpen = (value: string) => outcome.doubt !== undefined || !isMet(value);
      open = [...open, ...some.filter(isOpen)];
    }
  }
  return {
    users: uniqueUsers(met),
    asOf: parts.now(),
    doubtOf: (value) => doubts.get(value),
    failureOf: (value) => failures.get(value),
  };
}

/** Returns the users of a zone whose whole directory is cached, or may be: then one more request decides. */
async function keptWhole(parts: AskParts, options: AskOptions): Promise<Gathered | undefined> {
  const kept = options.fresh ? undefined : await parts.memory.directory();
  if (kept?.contract === "whole-directory") return everybody(kept.users, kept.learnedAt);
  if (kept?.contract !== "ignores") return undefined;
  const users = await confirmedWhole(parts, { items: kept.users, totalCount: 0 }, options);
  return users && everybody(users, parts.now());
}

function everybody(users: readonly User[], asOf: number): Gathered {
  const nothing = () => undefined;
  return { users, asOf, doubtOf: nothing, failureOf: nothing };
}

/** Keeps the first doubt, except for one about the kind of question, which a certain answer removes. */
function keepDoubt(
  doubts: Map<string, Doubt | undefined>,
  value: string,
  doubt: Doubt | undefined,
): void {
  const before = doubts.get(value);
  if (before === undefined || before === "not-askable") doubts.set(value, doubt);
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
