import { LRUCache } from "lru-cache";
import { CACHE_FRESH_MS, CACHE_STALE_MS } from "../limits.ts";
import { isWithin } from "../moments.ts";
import { personKey } from "../person-key.ts";
import type { Query } from "../query.ts";
import type { Answer } from "./answer.ts";
import { ANSWERS, type Keeping } from "./keeping.ts";
import { goesOutWith } from "./spellings.ts";

/** How long an absence is believed, ms. */
export const CACHE_ABSENT_MS = 60_000;

/** Answers kept; the least recently used go first. */
export const CACHE_ENTRIES = 1_000;

/**
 * Characters (of JSON) of all answers kept, and of one: session storage takes 10 MB in Chromium, counted as they lie in
 * memory. An honest person's answer has about a thousand.
 */
export const CACHE_MAX_CHARS = 2_000_000;
const CACHE_ANSWER_MAX_CHARS = 200_000;

/** What may be kept: answers that hold for a while. A failure never does. */
type Kept = Exclude<Answer, { state: "failed" }>;

/** As it lies in the storage. `asked`: of whom nobody was found, as it was written: written otherwise they may be. */
type Stored = Kept & { asked?: string };

/**
 * Answers of one key in one zone, in memory and in session storage, so that they outlive the worker but not the
 * browser. Another key or zone is another `scope`. A worker that has woken for one person reads that one entry, and all of
 * them when somebody is not kept, or a new answer is, to know which has to go.
 */
export interface AnswerCache {
  /** The answer, `stale` when it is to be refreshed behind; undefined when there is none, or too old a one. */
  get(query: Query): Promise<Kept | undefined>;
  /** Keeps an answer, unless it is too large. Storage that fails costs a request later, nothing else. */
  put(query: Query, answer: Answer): Promise<void>;
}

/** Milliseconds that somebody who is to be asked for waits until all that is kept is read: so a list goes out together. */
const TOGETHER_MS = 20;

const isDone = () => true;
const isNot = () => false;
const sizeOf = (answer: Kept) => JSON.stringify(answer).length;

export function createAnswerCache({ area, scope, keepMs, now, life }: Keeping): AnswerCache {
  const prefix = `${ANSWERS}${scope}.`;
  let loading: Promise<LRUCache<string, Stored>> | undefined;
  let loaded: LRUCache<string, Stored> | undefined;
  /** How many entries are wanted by themselves. */
  let reading = 0;
  /** What is to be kept while all are read. */
  const early = new Map<string, Stored | undefined>();

  async function load(): Promise<LRUCache<string, Stored>> {
    const cache = new LRUCache<string, Stored>({
      max: CACHE_ENTRIES,
      maxSize: CACHE_MAX_CHARS,
      sizeCalculation: sizeOf,
      // What falls out of memory leaves the storage too.
      dispose: (_, key, reason) => {
        if (reason === "evict") void area.remove(key);
      },
    });
    const stored = Object.entries(await area.get(null)).filter(([key]) => key.startsWith(prefix));
    const known = stored as [string, Stored][];
    known.sort(([, a], [, b]) => a.asOf - b.asOf);
    for (const [key, answer] of known) cache.set(key, answer);
    loaded = cache;
    return cache;
  }

  /** All of them, read once; what failed is read again the next time. */
  function all(): Promise<LRUCache<string, Stored>> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function kept(key: string): Promise<Stored | undefined> {
    if (loaded) return loaded.get(key);
    if (early.has(key)) return early.get(key);
    // A list asks for many at once, which would cost as many reads, and its requests would miss one another.
    reading++;
    let read: Record<string, unknown> | undefined;
    try {
      // Whoever else is asked for in this turn.
      await undefined;
      if (reading > 1) void all();
      if (!loading) read = await area.get(key);
    } finally {
      reading--;
    }
    const found = read?.[key] as Stored | undefined;
    if (found) return found;
    if (loading) return (await loading).get(key);
    // Whoever keeps something hears of a failure.
    const come = all().catch(() => undefined);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, TOGETHER_MS));
    await Promise.race([come, late]);
    return undefined;
  }

  return {
    async get(query) {
      const stored = await kept(prefix + personKey(query));
      if (!stored) return undefined;
      const { asked = query.value, ...answer } = stored;
      if (!goesOutWith(query, asked)) return undefined;
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
      // What was kept before goes even when what is to take its place cannot be stored.
      const stored = fits && (await area.set({ [key]: entry }).then(isDone, isNot));
      // The key may have been forgotten while this was written, and the storage cleared before it.
      if (!stored || life.aborted) await area.remove(key);
    },
  };
}
