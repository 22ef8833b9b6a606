export interface BreakerParts {
  /** Number of failures within `windowMs` that open it. */
  failures: number;
  windowMs: number;
  /** How long it stays open before one probe is sent. */
  openMs: number;
  /** ms of a clock that can't be set (lib/moments.ts) */
  elapsed: () => number;
}

/**
 * A circuit breaker: when an API keeps failing, it stops requests for a while, then sends one. Source of the pattern:
 * M. Nygard, "Release It!", 2nd edition, chapter 5.
 */
export interface Breaker {
  /** @returns undefined if a request can be sent, or else the ms until the next one can */
  restMs(): number | undefined;
  /** Claims the right to send; the caller must report the outcome with `record`. Call it when `restMs` allows it. */
  begin(): void;
  record(outcome: "success" | "failure" | "unknown"): void;
}

type State =
  | { name: "closed"; failedAt: number[] }
  | { name: "open"; until: number }
  /** One request was sent to see whether the API is back. */
  | { name: "probing"; since: number };

export function createBreaker({ failures, windowMs, openMs, elapsed }: BreakerParts): Breaker {
  let state: State = { name: "closed", failedAt: [] };

  return {
    restMs() {
      if (state.name === "closed") return undefined;
      // A probe that never reports (its worker was stopped) must not keep the breaker open forever.
      const until = state.name === "open" ? state.until : state.since + openMs;
      const left = until - elapsed();
      return left > 0 ? left : undefined;
    },
    begin() {
      if (state.name !== "closed") state = { name: "probing", since: elapsed() };
    },
    record(outcome) {
      if (outcome === "unknown") return;
      if (outcome === "success") {
        if (state.name !== "closed") state = { name: "closed", failedAt: [] };
        return;
      }
      const time = elapsed();
      if (state.name !== "closed") {
        state = { name: "open", until: time + openMs };
        return;
      }
      const failedAt = [...state.failedAt.filter((at) => time - at < windowMs), time];
      state =
        failedAt.length >= failures
          ? { name: "open", until: time + openMs }
          : { name: "closed", failedAt };
    },
  };
}
