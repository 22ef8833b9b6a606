/** A token bucket that fills up at a constant rate: a burst after a quiet time, and the rate in the long run. */
export interface Bucket {
  /** Milliseconds until there is a token; 0: now. */
  waitMs(): number;
  take(): void;
}

export interface BucketParts {
  /** Tokens per second. */
  rate: number;
  /** Capacity in tokens. */
  burst: number;
  /** ms of a clock that can't be set (lib/moments.ts) */
  elapsed: () => number;
}

export function createBucket({ rate, burst, elapsed }: BucketParts): Bucket {
  let tokens = burst;
  let filledAt = elapsed();

  function fill(): void {
    const time = elapsed();
    tokens = Math.min(burst, tokens + ((time - filledAt) / 1_000) * rate);
    filledAt = time;
  }

  return {
    waitMs() {
      fill();
      // Slightly below 1 is a full token that rounding hasn't filled.
      return tokens >= 1 - 1e-9 ? 0 : Math.ceil(((1 - tokens) / rate) * 1_000);
    },
    take() {
      fill();
      tokens -= 1;
    },
  };
}
