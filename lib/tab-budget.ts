import { type Bucket, createBucket } from "./bucket.ts";

/**
 * Messages that the pages of one tab, and those of all tabs, may send: a second in the long run, and at once. A
 * pointer that moves sends up to 20 a second; a change of sites or marks makes every frame of every tab ask once.
 */
export const PAGE_MESSAGES = {
  perTab: { rate: 60, burst: 500 },
  together: { rate: 200, burst: 5_000 },
};

/**
 * Look-ups that the pages and cards of one tab, and those of all tabs, may start. Nobody reads faster; a page that has
 * taken over its renderer, and with it the content script, gets no further.
 */
export const PAGE_LOOKS = {
  perTab: { rate: 2, burst: 60 },
  together: { rate: 4, burst: 120 },
};

/** How much the pages of one tab, and those of all tabs together, may have the background do (design, invariant 11). */
export interface TabBudget {
  /** Spends one, if there is one. @returns milliseconds until there will be; 0: it is spent */
  spend(tabId: number): number;
  /** To be called when a tab is closed. */
  forgetTab(tabId: number): void;
}

/** A second's worth in the long run, and what may be spent at once after a rest. */
export interface Rate {
  rate: number;
  burst: number;
}

/**
 * Kept in memory only: a page cannot end the worker, and a new one begins with a full budget.
 *
 * @param elapsed ms that nobody can put back (lib/moments.ts)
 */
export function createTabBudget(perTab: Rate, together: Rate, elapsed: () => number): TabBudget {
  const all = createBucket({ ...together, elapsed });
  const tabs = new Map<number, Bucket>();

  function bucketOf(tabId: number): Bucket {
    const known = tabs.get(tabId) ?? createBucket({ ...perTab, elapsed });
    tabs.set(tabId, known);
    return known;
  }

  return {
    spend(tabId) {
      const tab = bucketOf(tabId);
      const wait = Math.max(tab.waitMs(), all.waitMs());
      if (wait > 0) return wait;
      tab.take();
      all.take();
      return 0;
    },
    forgetTab: (tabId) => void tabs.delete(tabId),
  };
}
