/**
 * Waits at most the given number of milliseconds for a page: one that is frozen, or hangs, never answers.
 *
 * @returns the page's result; rejects if it doesn't arrive in time, or if the browser doesn't allow scripts
 */
export function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error("The page has not answered in time."));
    const timer = setTimeout(late, ms);
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
