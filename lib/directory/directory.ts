import { IDS_PER_REQUEST } from "../limits.ts";
import { queryKey } from "../query-key.ts";
import type { Answer, Query, SearchAnswer } from "./answer.ts";
import type { AnswerCache } from "./answer-cache.ts";
import { askIds } from "./ask-ids.ts";
import { askMatches, EMAILS_PER_REQUEST } from "./ask-matches.ts";
import type { AskParts } from "./asking.ts";
import { createBatcher } from "./batcher.ts";
import { search } from "./search.ts";
import { createShared } from "./shared.ts";
import type { RefusableTraffic } from "./traffic/stop-on-refusal.ts";
import type { Priority } from "./traffic/token-bucket.ts";

/** Milliseconds for which look-ups are collected to go out together. */
const BATCH_WINDOW_MS = 20;

/** Looking people up in one zone with one key. Every way to a person goes through here. */
export interface Directory {
  lookUp(query: Query, options?: LookUpOptions): Promise<Answer>;
  /** @param after cursor of the former answer, to continue it */
  search(text: string, after?: string, options?: SearchOptions): Promise<SearchAnswer>;
}

export interface SearchOptions {
  signal?: AbortSignal | undefined;
  /** From a private window: nothing of it is kept. */
  isPrivate?: boolean;
}

export interface LookUpOptions extends SearchOptions {
  /** Asks the API whatever the cache holds. */
  fresh?: boolean;
  /** Takes no kept answer that is due to be refreshed. */
  current?: boolean;
  /** A person waits for this one, rather than for a whole list. */
  priority?: Priority;
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
      run: (ids, options) => askIds(parts, ids, options),
    }),
    email: createBatcher({
      max: EMAILS_PER_REQUEST,
      windowMs,
      run: (emails, options) => askMatches(parts, "email", emails, options),
    }),
    subject: createBatcher({
      max: EMAILS_PER_REQUEST,
      windowMs,
      run: (subjects, options) => askMatches(parts, "subject", subjects, options),
    }),
  };

  return {
    async lookUp(query, options = {}) {
      const { signal, fresh = false, current, isPrivate = false, priority = "person" } = options;
      if (fresh) parts.traffic.resume();
      const kept = fresh ? undefined : await cache.get(query);
      if (kept && !(current && kept.state === "found" && kept.stale)) return kept;
      const work = async (ends: AbortSignal) =>
        (await batchers[query.kind]({
          key: query.value,
          priority,
          fresh,
          isPrivate,
          signal: ends,
        })) ?? STOPPED;
      // A person does not wait in the queue in which a list stands.
      const answer = await shared(`${priority} ${queryKey(query)}`, work, signal);
      if (!isPrivate) await cache.put(query, answer);
      return answer;
    },
    search(text, after, { signal, isPrivate = false } = {}) {
      const lookUp = (query: Query) => this.lookUp(query, { signal, isPrivate });
      const options = { priority: "person", fresh: false, isPrivate, signal } as const;
      return search(parts, lookUp, text, after, options);
    },
  };
}
