/** Runs jobs one after another: each starts when all previous ones have ended, successfully or not. */
export type JobQueue = <T>(job: () => Promise<T>) => Promise<T>;

export function createJobQueue(): JobQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const done = last.then(job, job);
    last = done;
    return done;
  };
}
