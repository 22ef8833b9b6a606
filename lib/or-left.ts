/**
 * Waits for `work` until `signal` fires, then comes back at once. The work itself goes on: others may be waiting for it.
 *
 * @param left what somebody gets who does not wait any more
 */
export function orLeft<T>(work: Promise<T>, left: () => T, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => resolve(left());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    work.finally(() => signal.removeEventListener("abort", stop)).then(resolve, reject);
  });
}
