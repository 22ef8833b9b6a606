import { type Bucket, createBucket } from "./bucket.ts";

/**
 * How many messages the pages of one tab, and those of all tabs, can send: per second in the long run, and at once. A
 * moving pointer sends up to 20 per second; a change of sites or marks makes every frame of every tab ask once.
 */
export const PAGE_MESSAGES = {
  perTab: { rate: 60, burst: 500 },
  together: { rate: 200, burst: 5_000 },
};

/**
 * How many lookups the pages and cards of one tab, and those of all tabs, can start. No one reads faster. It also
 * limits a page that has taken over its renderer, and with it the content script.
 */
export const PAGE_LOOKS = {
  perTab: { rate: 2, burst: 60 },
  together: { rate: 4, burst: 120 },
};

/**
 * Limits what the pages of one tab, and those of all tabs together, can make the background do (design, invariant 11).
 */
export interface TabBudget {
  /** Spends one, if there is one. @returns milliseconds until there is one; 0: it was spent */
  spend(tabId: number): number;
  /** Call it when a tab is closed. */
  forgetTab(tabId: number): void;
}

/** Number per second in the long run, and what can be spent at once after a quiet time. */
export interface Rate {
  rate: number;
  burst: number;
}

/**
 * Kept only in memory: a page can't end the worker, and a new one starts with a full budget.
 *
 * @param elapsed ms of a clock that can't be set (lib/moments.ts)
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
