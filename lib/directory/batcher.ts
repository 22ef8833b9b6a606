import type { Priority } from "./traffic/token-bucket.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/**
 * Maximum number of windows that a batch waits while more keys keep arriving: a burst of messages from a page takes a
 * while to arrive. A full batch is sent at once.
 */
export const BATCH_WINDOWS_MAX = 50;

/**
 * From this many keys on, a batch is a burst, whose next key can be late on a busy machine. It ends after BURST_WINDOWS
 * windows without a key, so that a delay doesn't cost an additional request. A few single lookups never wait for it.
 */
export const BURST_KEYS = 10;
export const BURST_WINDOWS = 5;

/** A key with a waiting caller. */
interface Entry {
  key: string;
  priority: Priority;
  /** Bypasses the cache. */
  fresh: boolean;
  isPrivate: boolean;
  signal: AbortSignal;
}

export interface BatcherParts<V> {
  /** Maximum number of keys per call. */
  max: number;
  /** Length of the window in which keys are collected, ms. */
  windowMs: number;
  /** Answers every key. Its signal is aborted when no caller waits for any of them. */
  run: (keys: string[], options: AskOptions) => Promise<Map<string, V>>;
}

/** A batch that is still being filled. */
interface Batch<V> {
  entries: Entry[];
  /** The answers for all of its keys. */
  answers: Promise<Map<string, V>>;
  send(): void;
}

/**
 * Collects keys that are requested within a short window and requests them together.
 *
 * @returns a function that returns a key's answer, or undefined if its caller didn't wait for it. If a batch can't be
 *   requested, everyone in it gets the error
 */
export function createBatcher<V>({ max, windowMs, run }: BatcherParts<V>) {
  const burstMs = BURST_WINDOWS * windowMs;
  /** When the last key arrived; ms of the monotonic clock. */
  let lastCameAt = 0;
  /** Keys that have arrived in the current burst. */
  let burst = 0;
  let filling: Batch<V> | undefined;

  /**
   * Sent when no key has arrived for the length of the window (in a burst, of BURST_WINDOWS windows), when it is full, or
   * after BATCH_WINDOWS_MAX windows.
   */
  function begin(): Batch<V> {
    const latest = performance.now() + BATCH_WINDOWS_MAX * windowMs;
    const entries: Entry[] = [];
    let begun: (answers: Promise<Map<string, V>>) => void;
    const answers = new Promise<Map<string, V>>((resolve) => {
      begun = resolve;
    });
    let timer = setTimeout(look, windowMs);
    function look(): void {
      const now = performance.now();
      const quiet = now - lastCameAt;
      const wait = burst < BURST_KEYS ? windowMs : burstMs;
      // A timer may fire a fraction of a millisecond early.
      if (now >= latest) send();
      else if (quiet >= wait - 1) timer = setTimeout(sendUnlessMoreCame, 0, lastCameAt);
      else timer = setTimeout(look, wait - quiet);
    }
    /** On a busy machine, the worker may have been stalled for the whole window, with more messages waiting. */
    function sendUnlessMoreCame(cameAt: number): void {
      if (lastCameAt === cameAt) send();
      else look();
    }
    function send(): void {
      clearTimeout(timer);
      filling = undefined;
      begun(ask(entries));
    }
    return { entries, answers, send };
  }

  async function ask(entries: readonly Entry[]): Promise<Map<string, V>> {
    const live = entries.filter(({ signal }) => !signal.aborted);
    if (live.length === 0) return new Map();
    const priority = live.some((one) => one.priority === "person") ? "person" : "bulk";
    const keys = [...new Set(live.map(({ key }) => key))];
    const isPrivate = live.every((one) => one.isPrivate);
    const fresh = live.some((one) => one.fresh);
    const signal = whenAll(live.map((one) => one.signal));
    return run(keys, { priority, fresh, isPrivate, signal });
  }

  return async (entry: Entry): Promise<V | undefined> => {
    const now = performance.now();
    burst = now - lastCameAt < burstMs ? burst + 1 : 1;
    lastCameAt = now;
    filling ??= begin();
    const batch = filling;
    batch.entries.push(entry);
    if (batch.entries.length === max) batch.send();
    return (await batch.answers).get(entry.key);
  };
}

/** Returns a signal that is aborted when all of the given ones are. */
function whenAll(signals: AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  let waiting = signals.length;
  for (const signal of signals)
    signal.addEventListener(
      "abort",
      () => {
        waiting -= 1;
        if (waiting === 0) controller.abort();
      },
      { once: true },
    );
  return controller.signal;
}
