export interface BreakerParts {
  /** Failures within `windowMs` that open it. */
  failures: number;
  windowMs: number;
  /** How long it stays open before one probe is let through. */
  openMs: number;
  /** ms that nobody can put back (lib/moments.ts) */
  elapsed: () => number;
}

/**
 * A circuit breaker: an API that keeps failing is left alone for a while, then asked once. Source of the pattern:
 * M. Nygard, "Release It!", 2nd edition, chapter 5.
 */
export interface Breaker {
  /** @returns undefined when a request may go out, else in how many ms the next one may */
  restMs(): number | undefined;
  /** Claims the right to send; the caller must report with `record`. To be called when `restMs` allows it. */
  begin(): void;
  record(outcome: "success" | "failure" | "unknown"): void;
}

type State =
  | { name: "closed"; failedAt: number[] }
  | { name: "open"; until: number }
  /** One request is out to see whether the API is back. */
  | { name: "probing"; since: number };

export function createBreaker({ failures, windowMs, openMs, elapsed }: BreakerParts): Breaker {
  let state: State = { name: "closed", failedAt: [] };

  return {
    restMs() {
      if (state.name === "closed") return undefined;
      // A probe that never reports (its worker was stopped) must not keep the breaker open for good.
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
