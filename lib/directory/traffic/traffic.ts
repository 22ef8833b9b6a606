import type { Because, KeycardError, Outcome, Result } from "../../keycard/index.ts";
import { RETRY_AFTER_WAIT_MAX_MS } from "../../limits.ts";
import { type Clocks, isWithin } from "../../moments.ts";
import { createBreaker } from "./breaker.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { createTokenBucket, type Priority } from "./token-bucket.ts";

/** Requests a second to the API in the long run, and at once after a rest. */
const REQUESTS_PER_S = 10;
const REQUESTS_BURST = 20;

/** Failed requests within BREAKER_WINDOW_MS that stop all requests for BREAKER_OPEN_MS (ms); then one probe goes out. */
const BREAKER_FAILURES = 5;
const BREAKER_WINDOW_MS = 30_000;
const BREAKER_OPEN_MS = 30_000;

/** Retries that each look-up earns, that may be made before any is earned, and that can be saved up. */
const RETRY_SHARE = 0.1;
const RETRY_RESERVE = 2;
const RETRY_CAP = 10;

/** Why a call failed: the API's own reasons, and those for which nothing was sent. */
export type CallError =
  | KeycardError
  /** No reply came, and the browser says that it is offline. */
  | Because<"offline">
  /** The person has taken that back, or never granted it. */
  | Because<"notAllowed">
  /** The API asked to be left alone until then (`Retry-After`); `until` in ms since the epoch. */
  | (Because<"limited"> & { until: number })
  /** `until`: likewise. */
  | (Because<"resting"> & { until: number });

export type CallResult<T> = { ok: true; value: T } | { ok: false; error: CallError };

export interface CallOptions {
  priority: Priority;
  signal?: AbortSignal | undefined;
  /** It is for private windows alone. */
  isPrivate?: boolean;
  /** What a 403 is about: a key that may not read one user may well read lists. */
  part?: "list" | "retrieve";
}

/** How a question is asked. */
export interface AskOptions extends CallOptions {
  /** Not answered from a zone's list that is kept. */
  fresh: boolean;
  /** All of it is for private windows: nothing is kept. */
  isPrivate: boolean;
}

/** All that goes to one API origin passes here: one instance for each origin. */
export interface Traffic {
  /** Makes a call of the client when the API may be asked, and says at once why not when it may not. */
  run<T>(call: () => Promise<Result<T>>, options: CallOptions): Promise<CallResult<T>>;
  /** For the client's pacing: whether a failed request may be tried once more now. */
  mayRetry(): Promise<boolean>;
  /** For the client: what becomes of each request opens or closes the breaker. */
  observe(outcome: Outcome): void;
}

/** That the API wants no requests for a while. */
export interface Limit {
  /** ms since the epoch */
  saidAt: number;
  forMs: number;
}

export interface TrafficParts extends Clocks {
  sleep: (ms: number) => Promise<void>;
  /** What the browser says, which may be wrong: it forbids nothing, and explains why no reply came. */
  isOnline: () => boolean;
  /** Whether the browser lets the extension reach the API. */
  isAllowed: () => Promise<boolean>;
  /** Keeps what the API has asked for, over the worker's death. */
  limit: { get(): Promise<Limit | undefined>; set(limit: Limit): Promise<void> };
}

export function createTraffic(parts: TrafficParts): Traffic {
  const { now, elapsed, sleep } = parts;
  const bucket = createTokenBucket({ rate: REQUESTS_PER_S, burst: REQUESTS_BURST, elapsed, sleep });
  const budget = createRetryBudget({ share: RETRY_SHARE, reserve: RETRY_RESERVE, cap: RETRY_CAP });
  const breaker = createBreaker({
    failures: BREAKER_FAILURES,
    windowMs: BREAKER_WINDOW_MS,
    openMs: BREAKER_OPEN_MS,
    elapsed,
  });

  async function refusal(): Promise<CallError | undefined> {
    if (!(await parts.isAllowed()))
      return { why: "notAllowed", message: "The browser does not allow requests to the API." };
    const limit = await parts.limit.get();
    if (limit !== undefined && isWithin(limit.saidAt, limit.forMs, now())) {
      const until = limit.saidAt + limit.forMs;
      return { why: "limited", message: "The API asked to wait.", until };
    }
    return resting();
  }

  function resting(): CallError | undefined {
    const restMs = breaker.restMs();
    return restMs === undefined
      ? undefined
      : { why: "resting", message: "The API kept failing.", until: now() + restMs };
  }

  return {
    async run(call, { priority, signal }) {
      budget.earn();
      const early = await refusal();
      if (early) return { ok: false, error: early };
      if (!(await bucket.take(priority, signal))) return abortedCall();
      // While this call waited for its turn, others may have been told to stop.
      // Those that came together have all looked by then: the first of them alone is the probe.
      const late = (await refusal()) ?? resting();
      if (late) return { ok: false, error: late };
      breaker.begin();
      const result = await call();
      if (!result.ok && result.error.why === "network" && !parts.isOnline())
        return { ok: false, error: { why: "offline", message: "This browser is offline." } };
      if (result.ok) return result;
      const forMs = restAskedFor(result.error);
      if (forMs === undefined || forMs <= RETRY_AFTER_WAIT_MAX_MS) return result;
      const { message } = result.error;
      const saidAt = now();
      // What cannot be kept costs a request later, which the API answers in the same way.
      await parts.limit.set({ saidAt, forMs }).catch(() => undefined);
      return { ok: false, error: { why: "limited", message, until: saidAt + forMs } };
    },

    async mayRetry() {
      if ((await refusal()) || !budget.spend()) return false;
      return bucket.take("person");
    },

    observe(outcome) {
      // That this browser has no network is no failure of the API's.
      if (outcome === "unreached") breaker.record(parts.isOnline() ? "failure" : "unknown");
      else breaker.record(outcome);
    },
  };
}

/**
 * For how long the API as a whole asks to be left alone, ms: 429, and 503, by which a service says that it is down for so
 * long (RFC 9110, section 10.2.3). With any other error `Retry-After` is about that one request.
 */
function restAskedFor(error: KeycardError): number | undefined {
  const isOfAll = error.why === "limited" || (error.why === "server" && error.status === 503);
  return isOfAll ? error.retryAfterMs : undefined;
}

function abortedCall(): { ok: false; error: CallError } {
  return { ok: false, error: { why: "aborted", message: "The request was canceled." } };
}
