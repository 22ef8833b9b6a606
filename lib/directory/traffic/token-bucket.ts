import { type BucketParts, createBucket } from "../../bucket.ts";

/** Who waits: a person's click has a higher priority than what a page or list wants in bulk. */
export type Priority = "person" | "bulk";

export interface TokenBucket {
  /**
   * Waits for permission to send one request.
   *
   * @returns false if `signal` was aborted first; no token was taken then
   */
  take(priority: Priority, signal?: AbortSignal): Promise<boolean>;
}

export interface TokenBucketParts extends BucketParts {
  sleep: (ms: number) => Promise<void>;
}

/** A queue in front of a bucket, for every request: smooths bursts so that the API doesn't have to. */
export function createTokenBucket({ sleep, ...parts }: TokenBucketParts): TokenBucket {
  const bucket = createBucket(parts);
  let pumping = false;
  const queues: Record<Priority, (() => void)[]> = { person: [], bulk: [] };

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    while (queues.person.length + queues.bulk.length > 0) {
      const wait = bucket.waitMs();
      if (wait > 0) await sleep(wait);
      else {
        bucket.take();
        (queues.person.shift() ?? queues.bulk.shift())?.();
      }
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
        signal?.addEventListener("abort", leave);
        queue.push(granted);
        void pump();
      });
    },
  };
}
