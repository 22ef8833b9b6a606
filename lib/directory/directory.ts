import { IDS_PER_REQUEST } from "../limits.ts";
import type { Query } from "../query.ts";
import type { Answer, SearchAnswer } from "./answer.ts";
import type { AnswerCache } from "./answer-cache.ts";
import { askIds } from "./ask-ids.ts";
import { askMatches, MATCHES_TOGETHER } from "./ask-matches.ts";
import type { AskParts } from "./asking.ts";
import { createBatcher } from "./batcher.ts";
import { inDoubtIfCut } from "./cut-address.ts";
import { inRequests } from "./in-requests.ts";
import { isStale } from "./is-stale.ts";
import { type MatchKind, SENT_FOR } from "./questions.ts";
import { search } from "./search.ts";
import type { Narrowing } from "./search-granted.ts";
import { createShared } from "./shared.ts";
import type { SuggestionsReply } from "./suggested.ts";
import { suggest } from "./suggestions.ts";
import type { RefusableTraffic } from "./traffic/stop-on-refusal.ts";
import type { Priority } from "./traffic/token-bucket.ts";

/** Milliseconds for which look-ups are collected to go out together. */
const BATCH_WINDOW_MS = 20;

/** Looking people up in one zone with one key. Every way to a person goes through here. */
export interface Directory {
  /** @returns an answer that is not stale: where only an old one is kept, the newer one that is asked for at once */
  lookUp(query: Query, options?: LookUpOptions): Promise<Answer>;
  /** The answer that is kept, however old; nobody is asked. */
  kept(query: Query): Promise<Answer | undefined>;
  /** @param after cursor of the former answer, to continue it */
  search(text: string, after?: string, options?: SearchOptions & Narrowing): Promise<SearchAnswer>;
  /** Who may be meant by an address that nobody has: lib/directory/suggestions.ts. */
  suggest(query: Query, options?: SearchOptions): Promise<SuggestionsReply>;
}

export interface SearchOptions {
  signal?: AbortSignal | undefined;
  /** From a private window: nothing of it is kept. */
  isPrivate?: boolean;
}

export interface LookUpOptions extends SearchOptions {
  /** Asks the API whatever the cache holds. */
  fresh?: boolean;
  /** A person waits for this one, rather than for a whole list. */
  priority?: Priority;
  /** Told at once of an answer that is kept but old, marked `stale`, for whoever would rather have that than wait. */
  onStale?: (answer: Answer) => void;
}

export interface DirectoryParts extends AskParts {
  cache: AnswerCache;
  traffic: RefusableTraffic;
}

const STOPPED: Answer = { state: "failed", failure: { why: "aborted" } };

export function createDirectory(parts: DirectoryParts): Directory {
  const { cache } = parts;
  const shared = createShared<Answer>(STOPPED);
  const windowMs = BATCH_WINDOW_MS;
  const batchers = {
    id: createBatcher({
      max: IDS_PER_REQUEST,
      windowMs,
      run: (ids, options) => allOf(inRequests(ids, asItIs), (some) => askIds(parts, some, options)),
    }),
    email: batcherOf("email"),
    subject: batcherOf("subject"),
    identifier: batcherOf("identifier"),
  };

  function batcherOf(kind: MatchKind) {
    return createBatcher<Answer>({
      max: MATCHES_TOGETHER,
      windowMs,
      run: (values, options) =>
        allOf(inRequests(values, SENT_FOR[kind]), (some) => askMatches(parts, kind, some, options)),
    });
  }

  /** Asks the API, together with whoever else wants to know the same, and keeps the answer. */
  async function ask(query: Query, options: LookUpOptions): Promise<Answer> {
    const { signal, fresh = false, isPrivate = false, priority = "person" } = options;
    const work = async (ends: AbortSignal) =>
      (await batchers[query.kind]({
        key: query.value,
        priority,
        fresh,
        isPrivate,
        signal: ends,
      })) ?? STOPPED;
    // A person does not wait in the queue in which a list stands.
    // Each spelling for itself: it goes out as it was written too, and a zone may mind case.
    const answer = await shared(`${priority} ${query.kind}:${query.value}`, work, signal);
    if (!isPrivate) await cache.put(query, answer);
    return answer;
  }

  return {
    async lookUp(query, { onStale, ...options } = {}) {
      if (options.fresh) parts.traffic.resume();
      const kept = options.fresh ? undefined : await cache.get(query);
      if (kept && !isStale(kept)) return inDoubtIfCut(query, kept);
      if (kept) onStale?.(inDoubtIfCut(query, kept));
      return inDoubtIfCut(query, await ask(query, options));
    },
    kept: (query) => cache.get(query),
    search(text, after, { signal, isPrivate = false, roles, groups } = {}) {
      // A search that is typed does not wait for what is kept, however old; whoever opens the person has it refreshed.
      const lookUp = async (query: Query) =>
        (await cache.get(query)) ?? ask(query, { signal, isPrivate });
      const options = { priority: "person", fresh: false, isPrivate, signal } as const;
      return search(parts, lookUp, { text, roles, groups }, after, options);
    },
    suggest: (query, { signal, isPrivate = false } = {}) =>
      suggest(parts, query, { priority: "person", fresh: false, isPrivate, signal }),
  };
}

const asItIs = (id: string) => [id];

/** The answers of several requests together. */
async function allOf(
  requests: readonly string[][],
  ask: (values: string[]) => Promise<Map<string, Answer>>,
): Promise<Map<string, Answer>> {
  const answers = await Promise.all(requests.map(ask));
  return new Map(answers.flatMap((some) => [...some]));
}
