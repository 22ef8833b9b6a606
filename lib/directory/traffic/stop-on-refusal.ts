import type { CallReason } from "../../failure-reason.ts";
import type { CallError, Traffic } from "./traffic.ts";

/** Milliseconds for which a 401 or 403 is believed without asking again, unless somebody insists. */
export const REFUSAL_MEMORY_MS = 60_000;

/** Reasons that hold for every call of this key in this zone. */
const REFUSALS: readonly CallReason[] = ["keyRefused", "keyExpired", "forbidden"];

/** Traffic of one key in one zone: a refused key is not tried again and again. */
export interface RefusableTraffic extends Traffic {
  /** A person insists: the next call goes out whatever came before. */
  resume(): void;
}

/**
 * Once the API has said 401 or 403, every further call fails the same way without being sent, those that wait for
 * their turn too, until somebody insists, the key or zone changes, or REFUSAL_MEMORY_MS have passed.
 *
 * @param elapsed ms that nobody can put back (lib/moments.ts)
 */
export function stopOnRefusal(traffic: Traffic, elapsed: () => number): RefusableTraffic {
  let refusal: { error: CallError; at: number } | undefined;

  function current(): CallError | undefined {
    return refusal && elapsed() - refusal.at < REFUSAL_MEMORY_MS ? refusal.error : undefined;
  }

  return {
    ...traffic,
    async run(call, options) {
      const known = current();
      if (known) return { ok: false, error: known };
      let stopped: CallError | undefined;
      const result = await traffic.run(async () => {
        stopped = current();
        if (stopped === undefined) return call();
        return { ok: false, error: { why: "aborted", message: stopped.message } };
      }, options);
      if (stopped) return { ok: false, error: stopped };
      if (!result.ok && REFUSALS.includes(result.error.why))
        refusal = { error: result.error, at: elapsed() };
      return result;
    },
    resume() {
      refusal = undefined;
    },
  };
}
