/** Tokens that fill up at a rate: so many at once after a rest, so many a second in the long run. */
export interface Bucket {
  /** Milliseconds until there is a token; 0: now. */
  waitMs(): number;
  take(): void;
}

export interface BucketParts {
  /** Tokens a second. */
  rate: number;
  /** Tokens that it holds. */
  burst: number;
  /** ms that nobody can put back (lib/moments.ts) */
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
      // A hair below 1 is a whole token that rounding has not filled.
      return tokens >= 1 - 1e-9 ? 0 : Math.ceil(((1 - tokens) / rate) * 1_000);
    },
    take() {
      fill();
      tokens -= 1;
    },
  };
}
