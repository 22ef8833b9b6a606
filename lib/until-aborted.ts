/**
 * Waits for `work`, but returns at once when `signal` is aborted. The work itself continues, because others may be
 * waiting for it.
 *
 * @param left what a caller gets that doesn't wait any more
 */
export function untilAborted<T>(work: Promise<T>, left: () => T, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => resolve(left());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    work.finally(() => signal.removeEventListener("abort", stop)).then(resolve, reject);
  });
}
