import { LRUCache } from "lru-cache";
import { CACHE_FRESH_MS, CACHE_STALE_MS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import { personKey } from "../person-key.ts";
import type { Query } from "../query.ts";
import type { Answer } from "./answer.ts";
import { ANSWERS, type Keeping } from "./keeping.ts";
import { isSentWith } from "./spellings.ts";

/** How long an absence is cached, ms. */
export const CACHE_ABSENT_MS = 60_000;

/** Maximum number of cached answers; the least recently used are evicted first. */
export const CACHE_ENTRIES = 1_000;

/**
 * Maximum characters (of JSON) of all cached answers, and of one: session storage has room for 10 MB in Chromium,
 * counted as in memory. A real person's answer has about a thousand.
 */
export const CACHE_MAX_CHARS = 2_000_000;
const CACHE_ANSWER_MAX_CHARS = 200_000;

/** Answers that can be cached: those that stay valid for a while, and never failures. */
type Kept = Exclude<Answer, { state: "failed" }>;

/** The form in storage. `asked`: the spelling for which no one was found; in another spelling, someone may be found. */
type Stored = Kept & { asked?: string };

/**
 * The answers for one key in one zone, in memory and in session storage, so that they outlive the worker but not the
 * browser. Another key or zone has another `scope`. A worker that wakes for one person reads only that entry. It reads
 * all of them if someone isn't cached, or if there is a new answer, to know what to evict.
 */
export interface AnswerCache {
  /**
   * The answer, `stale` if it should be refreshed in the background; undefined if there is none, or only one that is
   * too old.
   */
  get(query: Query): Promise<Kept | undefined>;
  /** Caches an answer unless it is too large. A storage failure costs a request later, nothing else. */
  put(query: Query, answer: Answer): Promise<void>;
}

/** Milliseconds that an uncached lookup waits until all cached answers are read, so that a list is sent together. */
const TOGETHER_MS = 20;

const isDone = () => true;
const isNot = () => false;
const sizeOf = (answer: Kept) => JSON.stringify(answer).length;

export function createAnswerCache({ area, scope, keepMs, now, life }: Keeping): AnswerCache {
  const prefix = `${ANSWERS}${scope}.`;
  let loading: Promise<LRUCache<string, Stored>> | undefined;
  /** How many single entries are being read. */
  let reading = 0;
  /** How many lookups are waiting until all are read. */
  let waiting = 0;
  /** Answers that were put while all are being read. */
  const early = new Map<string, Stored | undefined>();

  async function load(): Promise<LRUCache<string, Stored>> {
    const cache = new LRUCache<string, Stored>({
      max: CACHE_ENTRIES,
      maxSize: CACHE_MAX_CHARS,
      sizeCalculation: sizeOf,
      // An entry that is evicted from memory is removed from storage too.
      dispose: (_, key, reason) => {
        if (reason === "evict") void area.remove(key);
      },
    });
    const stored = Object.entries(await area.get(null)).filter(([key]) => key.startsWith(prefix));
    const known = stored as [string, Stored][];
    known.sort(([, a], [, b]) => a.asOf - b.asOf);
    for (const [key, answer] of known) cache.set(key, answer);
    return cache;
  }

  /** Reads all of them once; after a failure, the next call tries again. */
  function all(): Promise<LRUCache<string, Stored>> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function kept(key: string): Promise<Stored | undefined> {
    if (early.has(key)) return early.get(key);
    // A list requests many at once: they would need as many reads, and their requests would not be sent together.
    reading++;
    let read: Record<string, unknown> | undefined;
    try {
      // Other lookups of the same turn.
      await undefined;
      if (reading > 1) void all();
      if (!loading) read = await area.get(key);
    } finally {
      reading--;
    }
    const found = read?.[key] as Stored | undefined;
    if (found) return found;
    if (loading) {
      waiting++;
      try {
        return (await loading).get(key);
      } finally {
        waiting--;
      }
    }
    // Whoever puts an answer is told about a failure.
    const come = all().catch(() => undefined);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, TOGETHER_MS));
    await Promise.race([come, late]);
    // The rest of a list has come meanwhile, and can't be sent before: on a busy machine reading takes longer.
    if (waiting > 0) await come;
    return undefined;
  }

  return {
    async get(query) {
      const stored = await kept(prefix + personKey(query));
      if (!stored) return undefined;
      const { asked = query.value, ...answer } = stored;
      if (!isSentWith(query, asked)) return undefined;
      const time = now();
      const isYoungerThan = (ms: number) => isWithin(answer.asOf, ms, time);
      if (!isYoungerThan(keepMs)) return undefined;
      if (answer.state !== "found") return isYoungerThan(CACHE_ABSENT_MS) ? answer : undefined;
      if (isYoungerThan(CACHE_FRESH_MS)) return answer;
      return isYoungerThan(CACHE_STALE_MS) ? { ...answer, stale: true } : undefined;
    },
    async put(query, answer) {
      if (answer.state === "failed" || keepMs === 0 || life.aborted) return;
      const key = prefix + personKey(query);
      const fits = sizeOf(answer) <= CACHE_ANSWER_MAX_CHARS;
      const entry = answer.state === "found" ? answer : { ...answer, asked: query.value };
      early.set(key, fits ? entry : undefined);
      const cache = await all().finally(() => early.delete(key));
      if (life.aborted) return;
      if (fits) cache.set(key, entry);
      else cache.delete(key);
      // The previous entry is removed even if the one that replaces it can't be stored.
      const stored = fits && (await area.set({ [key]: entry }).then(isDone, isNot));
      // The key may have been removed, and the storage cleared, while this was being written.
      if (!stored || life.aborted) await area.remove(key);
    },
  };
}
