import type { Priority } from "./traffic/token-bucket.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/**
 * Windows that a batch waits at most while more keeps coming: a burst of messages from a page takes a while to come in.
 * A full batch goes out at once.
 */
export const BATCH_WINDOWS_MAX = 50;

/**
 * From so many keys on it is a burst, in which the next may come late when the machine is busy: it is over after
 * BURST_WINDOWS windows without one, so that it costs no call more. One or a few lookups never wait for that.
 */
export const BURST_KEYS = 10;
export const BURST_WINDOWS = 5;

/** One key that somebody waits for. */
interface Entry {
  key: string;
  priority: Priority;
  /** Past what is kept. */
  fresh: boolean;
  isPrivate: boolean;
  signal: AbortSignal;
}

export interface BatcherParts<V> {
  /** Keys that one call carries at most. */
  max: number;
  /** ms for which keys are collected. */
  windowMs: number;
  /** Answers every key. Its signal fires when nobody waits for any of them. */
  run: (keys: string[], options: AskOptions) => Promise<Map<string, V>>;
}

/** A batch that is still being filled. */
interface Batch<V> {
  entries: Entry[];
  /** The answers to all of its keys. */
  answers: Promise<Map<string, V>>;
  send(): void;
}

/**
 * Collects keys that are asked for within a short window and asks for them together.
 *
 * @returns a function that gives a key's answer, or undefined when nobody waited for it any more. When a batch cannot
 *   be asked for, everybody in it gets the error
 */
export function createBatcher<V>({ max, windowMs, run }: BatcherParts<V>) {
  const burstMs = BURST_WINDOWS * windowMs;
  /** When the last key came; ms of the monotonic clock. */
  let lastCameAt = 0;
  /** Keys that have come in the same burst. */
  let burst = 0;
  let filling: Batch<V> | undefined;

  /** Goes out when no more keys have come for the window, or in a burst for BURST_WINDOWS of them, when it is full, or after BATCH_WINDOWS_MAX windows. */
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
    /** On a busy machine the worker may have stood still for the whole window, and more is waiting to be taken in. */
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

/** A signal that fires when all of the given ones have. */
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
