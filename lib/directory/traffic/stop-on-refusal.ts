import type { CallReason } from "../../failure-reason.ts";
import type { CallError, CallOptions, Traffic } from "./traffic.ts";

/** Milliseconds for which a 401 or 403 is remembered without asking again, unless someone insists. */
export const REFUSAL_MEMORY_MS = 60_000;

/** Reasons that apply to every call with this key. A 403 may be about one kind of call only. */
const OF_THE_KEY: readonly CallReason[] = ["keyRefused", "keyExpired"];

interface Refusal {
  error: CallError;
  /** On the clock of `elapsed`. */
  at: number;
}

/** Traffic of one key in one zone: a refused key isn't tried again and again. */
export interface RefusableTraffic extends Traffic {
  /** Someone insists: the next call is sent whatever happened before. */
  resume(): void;
}

/**
 * After the API has answered a call with 401, every further call fails in the same way without being sent; after a 403,
 * every further call of its kind does. That includes calls that wait for their turn. It ends when someone insists, when
 * the key or zone changes, or after REFUSAL_MEMORY_MS.
 *
 * @param elapsed ms of a clock that can't be set (lib/moments.ts)
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
