import type { CallReason } from "../../failure-reason.ts";
import type { StorageArea } from "../../storage.ts";
import type { CallError, Traffic } from "./traffic.ts";

/** How often calls have failed for one reason in this browser session, and when the last did. */
export interface FailureCount {
  why: CallReason;
  count: number;
  /** ms since the epoch */
  lastAt: number;
  /** HTTP status of the last, where there was one. */
  status?: number;
}

export interface FailureLog {
  /** Passes calls on, and counts those that fail. */
  watch(traffic: Traffic): Traffic;
  /** The latest first. */
  read(): Promise<FailureCount[]>;
}

/** Where the counts are kept: session storage, so that they outlive the worker. */
const KEY = "failures";

/**
 * Counts failures by their reason, for support. There are as many counts as reasons, and nothing of whom or what a call was
 * about is in them.
 *
 * @param now ms since the epoch
 */
export function createFailureLog(area: StorageArea, now: () => number): FailureLog {
  const known = area
    .get(KEY)
    .then((stored) => new Map(Object.entries((stored[KEY] ?? {}) as Record<string, FailureCount>)));

  async function count(error: CallError): Promise<void> {
    const counts = await known;
    counts.set(error.why, {
      why: error.why,
      count: (counts.get(error.why)?.count ?? 0) + 1,
      lastAt: now(),
      ...("status" in error && { status: error.status }),
    });
    await area.set({ [KEY]: Object.fromEntries(counts) });
  }

  return {
    watch: (traffic) => ({
      ...traffic,
      async run(call, options) {
        const result = await traffic.run(call, options);
        // What cannot be stored is not told to support, nothing else. That nobody waits any more is no failure.
        if (!result.ok && result.error.why !== "aborted")
          void count(result.error).catch(() => undefined);
        return result;
      },
    }),
    read: async () => [...(await known).values()].sort((a, b) => b.lastAt - a.lastAt),
  };
}
