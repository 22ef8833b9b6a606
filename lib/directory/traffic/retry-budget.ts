/**
 * Bounds what retries add: each look-up earns a tenth of a retry, so that under sustained failure there are no more
 * than 1.1 requests for each look-up. A small reserve lets the first ones after a rest be retried in full.
 * Source of the pattern: Finagle's RetryBudget.
 */
export interface RetryBudget {
  earn(): void;
  /** @returns whether one more retry may be made; it is spent then */
  spend(): boolean;
}

/** @param reserve retries that may be spent before any is earned @param cap most that can be saved up */
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
