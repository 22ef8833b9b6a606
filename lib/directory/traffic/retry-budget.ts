/**
 * Limits the load that retries add: each lookup earns a tenth of a retry, so that under sustained failure there are at
 * most 1.1 requests per lookup. A small reserve lets the first failures after a quiet time be retried in full. Source
 * of the pattern: Finagle's RetryBudget.
 */
export interface RetryBudget {
  earn(): void;
  /** @returns whether one more retry can be made, which is then spent */
  spend(): boolean;
}

/** @param reserve retries that can be spent before any is earned @param cap most that can be saved up */
export function createRetryBudget({
  share,
  reserve,
  cap,
}: {
  share: number;
  reserve: number;
  cap: number;
}): RetryBudget {
  let saved = reserve;
  return {
    earn() {
      saved = Math.min(cap, saved + share);
    },
    spend() {
      if (saved < 1 - 1e-9) return false;
      saved -= 1;
      return true;
    },
  };
}
