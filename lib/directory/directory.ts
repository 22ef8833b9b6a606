import { IDS_PER_REQUEST } from "../limits.ts";
import type { Query } from "../query.ts";
import type { Answer, SearchAnswer } from "./answer.ts";
import type { AnswerCache } from "./answer-cache.ts";
import { askIds } from "./ask-ids.ts";
import { askMatches, MATCHES_TOGETHER } from "./ask-matches.ts";
import type { AskParts } from "./asking.ts";
import { createBatcher } from "./batcher.ts";
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
import { uncertainIfTruncated } from "./truncated-address.ts";

/** Milliseconds for which lookups are collected to be sent together. */
const BATCH_WINDOW_MS = 20;

/** Looks people up in one zone with one key. Every lookup goes through here. */
export interface Directory {
  /** @returns an answer that isn't stale: if only an old one is cached, the newer one that is requested at once */
  lookUp(query: Query, options?: LookUpOptions): Promise<Answer>;
  /** Returns the cached answer, however old; sends no request. */
  kept(query: Query): Promise<Answer | undefined>;
  /** @param after cursor of the previous answer, to continue it */
  search(text: string, after?: string, options?: SearchOptions & Narrowing): Promise<SearchAnswer>;
  /** Finds similar addresses for an address that no one has (lib/directory/suggestions.ts). */
  suggest(query: Query, options?: SearchOptions): Promise<SuggestionsReply>;
}

export interface SearchOptions {
  signal?: AbortSignal | undefined;
  /** From a private window: nothing is cached. */
  isPrivate?: boolean;
}

export interface LookUpOptions extends SearchOptions {
  /** Asks the API even if there is a cached answer. */
  fresh?: boolean;
  /** Whether a person waits for this one, or it is part of a list. */
  priority?: Priority;
  /** Called at once with an old cached answer, marked `stale`, for callers that prefer it to waiting. */
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

  /** Asks the API together with other callers of the same query, and caches the answer. */
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
    // A person doesn't wait in a list's queue. Each spelling has its own request: it is sent as written too, and a zone
    // may be case-sensitive.
    const answer = await shared(`${priority} ${query.kind}:${query.value}`, work, signal);
    if (!isPrivate) await cache.put(query, answer);
    return answer;
  }

  return {
    async lookUp(query, { onStale, ...options } = {}) {
      if (options.fresh) parts.traffic.resume();
      const kept = options.fresh ? undefined : await cache.get(query);
      if (kept && !isStale(kept)) return uncertainIfTruncated(query, kept);
      if (kept) onStale?.(uncertainIfTruncated(query, kept));
      return uncertainIfTruncated(query, await ask(query, options));
    },
    kept: (query) => cache.get(query),
    search(text, after, { signal, isPrivate = false, roles, groups } = {}) {
      // A search while typing uses cached answers, however old; opening a person refreshes theirs.
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

/** Combines the answers of several requests. */
async function allOf(
  requests: readonly string[][],
  ask: (values: string[]) => Promise<Map<string, Answer>>,
): Promise<Map<string, Answer>> {
  const answers = await Promise.all(requests.map(ask));
  return new Map(answers.flatMap((some) => [...some]));
}
