/** A page has not answered in time. */
export class PageTimeoutError extends Error {}

/**
 * Waits at most the given number of milliseconds for a page: one that is frozen, or hangs, never answers.
 *
 * @returns the page's result; rejects with a PageTimeoutError if it doesn't arrive in time, or with the browser's error,
 *   such as if it doesn't allow scripts
 */
export function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new PageTimeoutError("The page has not answered in time."));
    const timer = setTimeout(late, ms);
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
