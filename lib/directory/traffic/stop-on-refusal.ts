import type { CallReason } from "../../failure-reason.ts";
import type { CallError, CallOptions, Traffic } from "./traffic.ts";

/** Milliseconds for which a 401 or 403 is believed without asking again, unless somebody insists. */
export const REFUSAL_MEMORY_MS = 60_000;

/** Reasons that hold for every call of this key. A 403 may be about one kind of call alone. */
const OF_THE_KEY: readonly CallReason[] = ["keyRefused", "keyExpired"];

interface Refusal {
  error: CallError;
  /** By `elapsed`. */
  at: number;
}

/** Traffic of one key in one zone: a refused key is not tried again and again. */
export interface RefusableTraffic extends Traffic {
  /** A person insists: the next call goes out whatever came before. */
  resume(): void;
}

/**
 * Once the API has said 401 to a call, every further one fails the same way without being sent, and once it has said 403
 * every one of its kind, those that wait for their turn too, until somebody insists, the key or zone changes, or
 * REFUSAL_MEMORY_MS have passed.
 *
 * @param elapsed ms that nobody can put back (lib/moments.ts)
 */
export function stopOnRefusal(traffic: Traffic, elapsed: () => number): RefusableTraffic {
  let ofTheKey: Refusal | undefined;
  const ofParts = new Map<CallOptions["part"], Refusal>();

  function current(part: CallOptions["part"]): CallError | undefined {
    return [ofTheKey, ofParts.get(part)].find(
      (refusal) => refusal && elapsed() - refusal.at < REFUSAL_MEMORY_MS,
    )?.error;
  }

  return {
    ...traffic,
    async run(call, options) {
      const { part } = options;
      const known = current(part);
      if (known) return { ok: false, error: known };
      let stopped: CallError | undefined;
      const result = await traffic.run(async () => {
        stopped = current(part);
        if (stopped === undefined) return call();
        return { ok: false, error: { why: "aborted", message: stopped.message } };
      }, options);
      if (stopped) return { ok: false, error: stopped };
      if (result.ok) return result;
      const { error } = result;
      if (OF_THE_KEY.includes(error.why)) ofTheKey = { error, at: elapsed() };
      if (error.why === "forbidden") ofParts.set(part, { error, at: elapsed() });
      return result;
    },
    resume() {
      ofTheKey = undefined;
      ofParts.clear();
    },
  };
}
