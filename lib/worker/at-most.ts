/**
 * Waits for a page no longer than so many milliseconds: one that is frozen, or hangs, never answers.
 *
 * @returns what the page gives; rejects when it does not in time, as where the browser lets nothing in
 */
export function atMost<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error("The page has not answered in time."));
    const timer = setTimeout(late, ms);
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
