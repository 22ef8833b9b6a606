import type { Because, KeycardError, Outcome, Result } from "../../keycard/index.ts";
import { RETRY_AFTER_WAIT_MAX_MS } from "../../limits.ts";
import { type Clocks, isWithin } from "../../moments.ts";
import { createBreaker } from "./breaker.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { createTokenBucket, type Priority } from "./token-bucket.ts";

/** Requests per second to the API in the long run, and at once after a quiet time. */
const REQUESTS_PER_S = 10;
const REQUESTS_BURST = 20;

/** Failed requests within BREAKER_WINDOW_MS that stop all requests for BREAKER_OPEN_MS (ms); then one probe is sent. */
const BREAKER_FAILURES = 5;
const BREAKER_WINDOW_MS = 30_000;
const BREAKER_OPEN_MS = 30_000;

/** Retries that each lookup earns, that can be made before any is earned, and that can be saved up. */
const RETRY_SHARE = 0.1;
const RETRY_RESERVE = 2;
const RETRY_CAP = 10;

/** Why a call failed: the API's own reasons, and those for which nothing was sent. */
export type CallError =
  | KeycardError
  /** No reply came, and the browser says that it is offline. */
  | Because<"offline">
  /** The user has revoked that permission, or never granted it. */
  | Because<"notAllowed">
  /** The API asked for no requests until then (`Retry-After`); `until` in ms since the epoch. */
  | (Because<"limited"> & { until: number })
  /** `until`: likewise. */
  | (Because<"resting"> & { until: number });

export type CallResult<T> = { ok: true; value: T } | { ok: false; error: CallError };

export interface CallOptions {
  priority: Priority;
  signal?: AbortSignal | undefined;
  /** It is for private windows only. */
  isPrivate?: boolean;
  /** What a 403 is about: a key that can't read one user may be able to read lists. */
  part?: "list" | "retrieve";
}

/** How a question is asked. */
export interface AskOptions extends CallOptions {
  /** Not answered from a cached list of the zone. */
  fresh: boolean;
  /** All of it is for private windows: nothing is cached. */
  isPrivate: boolean;
}

/** Everything that is sent to one API origin goes through here: one instance per origin. */
export interface Traffic {
  /** Makes a call of the client if the API can be asked, and says at once why not if it can't. */
  run<T>(call: () => Promise<Result<T>>, options: CallOptions): Promise<CallResult<T>>;
  /** For the client's retries: whether a failed request can be retried now. */
  mayRetry(): Promise<boolean>;
  /** For the client: the outcome of each request opens or closes the breaker. */
  observe(outcome: Outcome): void;
}

/** The API's request to send nothing for a while. */
export interface Limit {
  /** ms since the epoch */
  saidAt: number;
  forMs: number;
}

export interface TrafficParts extends Clocks {
  sleep: (ms: number) => Promise<void>;
  /** What the browser reports, which may be wrong: it prevents nothing, and explains why no reply came. */
  isOnline: () => boolean;
  /** Whether the browser lets the extension access the API. */
  isAllowed: () => Promise<boolean>;
  /** Stores the API's limit, so that it outlives the worker. */
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
      // While this call waited for its turn, others may have been refused. Calls that arrived together have all made
      // their check by then: only the first of them is the probe.
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
      // A limit that can't be stored costs a request later, to which the API gives the same answer.
      await parts.limit.set({ saidAt, forMs }).catch(() => undefined);
      return { ok: false, error: { why: "limited", message, until: saidAt + forMs } };
    },

    async mayRetry() {
      if ((await refusal()) || !budget.spend()) return false;
      return bucket.take("person");
    },

    observe(outcome) {
      // If this browser has no network, that isn't a failure of the API.
      if (outcome === "unreached") breaker.record(parts.isOnline() ? "failure" : "unknown");
      else breaker.record(outcome);
    },
  };
}

/**
 * For how long the API asks for no requests at all, ms: 429, and 503, with which a service says how long it is down
 * (RFC 9110, section 10.2.3). With any other error, `Retry-After` is about that one request.
 */
function restAskedFor(error: KeycardError): number | undefined {
  const isOfAll = error.why === "limited" || (error.why === "server" && error.status === 503);
  return isOfAll ? error.retryAfterMs : undefined;
}

function abortedCall(): { ok: false; error: CallError } {
  return { ok: false, error: { why: "aborted", message: "The request was canceled." } };
}
