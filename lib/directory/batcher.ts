import DataLoader from "dataloader";
import type { Priority } from "./traffic/token-bucket.ts";
import type { AskOptions } from "./traffic/traffic.ts";

/**
 * Windows that a batch waits at most while more keeps coming: a burst of messages from a page takes a while to come in.
 * A full batch goes out at once.
 */
export const BATCH_WINDOWS_MAX = 50;

/** One key that somebody waits for. */
interface Wanted {
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
interface Filling {
  size: number;
  send: () => void;
}

/**
 * Collects keys that are wanted within a short window and asks for them together.
 *
 * @returns a function that gives a key's answer, or undefined when nobody waited for it any more
 */
export function createBatcher<V>({ max, windowMs, run }: BatcherParts<V>) {
  let lastWanted = 0;
  let filling: Filling | undefined;

  /** Sends when nothing more has been wanted for the window, when the batch is full, or after BATCH_WINDOWS_MAX windows. */
  function schedule(dispatch: () => void): void {
    const latest = performance.now() + BATCH_WINDOWS_MAX * windowMs;
    let timer = setTimeout(look, windowMs);
    const batch: Filling = {
      size: 0,
      send() {
        clearTimeout(timer);
        if (filling === batch) filling = undefined;
        dispatch();
      },
    };
    function look(): void {
      const now = performance.now();
      const quiet = now - lastWanted;
      if (quiet >= windowMs - 1 || now >= latest) batch.send();
      else timer = setTimeout(look, windowMs - quiet);
    }
    filling = batch;
  }

  const loader = new DataLoader<Wanted, V | undefined>(
    async (wanted) => {
      const live = wanted.filter(({ signal }) => !signal.aborted);
      if (live.length === 0) return wanted.map(() => undefined);
      const priority = live.some((one) => one.priority === "person") ? "person" : "bulk";
      const keys = [...new Set(live.map(({ key }) => key))];
      const isPrivate = live.every((one) => one.isPrivate);
      const fresh = live.some((one) => one.fresh);
      const signal = whenAll(live.map((one) => one.signal));
      const answers = await run(keys, { priority, fresh, isPrivate, signal });
      return wanted.map(({ key }) => answers.get(key));
    },
    // Which keys are asked twice is for the caller to know (shared.ts), and answers are kept in the cache.
    { cache: false, maxBatchSize: max, batchScheduleFn: schedule },
  );
  return (wanted: Wanted): Promise<V | undefined> => {
    lastWanted = performance.now();
    const answer = loader.load(wanted);
    if (filling && ++filling.size === max) filling.send();
    return answer;
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
