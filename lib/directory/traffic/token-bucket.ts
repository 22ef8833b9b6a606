/** Who waits: a person's click goes before what a page or list wants in bulk. */
export type Priority = "person" | "bulk";

export interface TokenBucket {
  /**
   * Waits for leave to send one request.
   *
   * @returns false when `signal` fired first; nothing was taken then
   */
  take(priority: Priority, signal?: AbortSignal): Promise<boolean>;
}

export interface TokenBucketParts {
  /** Requests a second, in the long run. */
  rate: number;
  /** Requests that may go out at once after a rest. */
  burst: number;
  /** ms */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** A token bucket in front of every request: smooths bursts before the API has to. */
export function createTokenBucket({ rate, burst, now, sleep }: TokenBucketParts): TokenBucket {
  let tokens = burst;
  let filledAt = now();
  let pumping = false;
  const queues: Record<Priority, (() => void)[]> = { person: [], bulk: [] };

  function fill(): void {
    const time = now();
    tokens = Math.min(burst, tokens + ((time - filledAt) / 1_000) * rate);
    filledAt = time;
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    while (queues.person.length + queues.bulk.length > 0) {
      fill();
      // A hair below 1 is a whole token that rounding has not filled.
      if (tokens >= 1 - 1e-9) {
        tokens -= 1;
        (queues.person.shift() ?? queues.bulk.shift())?.();
      } else await sleep(Math.ceil(((1 - tokens) / rate) * 1_000));
    }
    pumping = false;
  }

  return {
    take(priority, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve(false);
        const queue = queues[priority];
        const leave = () => {
          queue.splice(queue.indexOf(granted), 1);
          resolve(false);
        };
        const granted = () => {
          signal?.removeEventListener("abort", leave);
          resolve(true);
        };
        signal?.addEventListener("abort", leave, { once: true });
        queue.push(granted);
        void pump();
      });
    },
  };
}
