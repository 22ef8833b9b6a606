/**
 * Lets concurrent callers that ask for the same thing share one request, which is aborted when the last of them leaves.
 *
 * @param left what a caller gets that leaves before it is done
 */
export function createShared<V>(
  left: V,
): (key: string, work: (signal: AbortSignal) => Promise<V>, signal?: AbortSignal) => Promise<V> {
  const running = new Map<string, Running<V>>();

  function begin(key: string, work: (signal: AbortSignal) => Promise<V>): Running<V> {
    const controller = new AbortController();
    const entry: Running<V> = { waiting: 0, controller, done: work(controller.signal) };
    running.set(key, entry);
    const forget = () => {
      if (running.get(key) === entry) running.delete(key);
    };
    entry.done.then(forget, forget);
    return entry;
  }

  return async (key, work, signal) => {
    if (signal?.aborted) return left;
    const entry = running.get(key) ?? begin(key, work);
    entry.waiting += 1;
    return new Promise<V>((resolve, reject) => {
      const leave = () => {
        entry.waiting -= 1;
        if (entry.waiting === 0) {
          if (running.get(key) === entry) running.delete(key);
          entry.controller.abort();
        }
        resolve(left);
      };
      signal?.addEventListener("abort", leave, { once: true });
      const stay = () => signal?.removeEventListener("abort", leave);
      entry.done.finally(stay).then(resolve, reject);
    });
  };
}

interface Running<V> {
  /** How many callers wait for it. */
  waiting: number;
  controller: AbortController;
  done: Promise<V>;
}
