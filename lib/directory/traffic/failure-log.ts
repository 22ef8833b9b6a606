import type { CallReason } from "../../failure-reason.ts";
import type { StorageArea } from "../../storage.ts";
import type { CallError, Traffic } from "./traffic.ts";

/** How often calls have failed for one reason in this browser session, and when the last one did. */
export interface FailureCount {
  why: CallReason;
  count: number;
  /** ms since the epoch */
  lastAt: number;
  /** HTTP status of the last one, if it had one. */
  status?: number;
}

export interface FailureLog {
  /** Passes calls through, and counts those that fail. */
  watch(traffic: Traffic): Traffic;
  /** The latest first. */
  read(): Promise<FailureCount[]>;
}

/** Where the counts are stored: in session storage, so that they outlive the worker. */
const KEY = "failures";

/**
 * Counts failures by their reason, for support. There are as many counts as reasons, and they contain nothing about the
 * subject of a call.
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
        // If it can't be stored, support doesn't see it, nothing else. An aborted call isn't a failure.
        if (!result.ok && result.error.why !== "aborted")
          void count(result.error).catch(() => undefined);
        return result;
      },
    }),
    read: async () => [...(await known).values()].sort((a, b) => b.lastAt - a.lastAt),
  };
}
