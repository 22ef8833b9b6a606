import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RETRY_AFTER_WAIT_MAX_MS } from "../limits.ts";
import { still } from "./fake-api.ts";
import { fail, type KeycardError, ok, type Result } from "./result.ts";
import { pauseBefore, RETRIES_MAX, RETRY_BASE_MS, RETRY_CAP_MS, withRetry } from "./retry.ts";

const said = { message: "m", status: 500 };
const PASSING: KeycardError[] = [
  { why: "network", message: "m" },
  { why: "timeout", message: "m" },
  { why: "server", ...said },
  { why: "server", message: "m", status: 599 },
  { why: "server", message: "m", status: 408 },
  { why: "limited", message: "m", status: 429 },
];
const LASTING: KeycardError[] = [
  { why: "badRequest", ...said },
  { why: "keyRefused", ...said },
  { why: "forbidden", message: "m", status: 403 },
  { why: "notFound", message: "m", status: 404 },
  { why: "server", message: "m", status: 304 },
  { why: "server", message: "m", status: 404 },
  { why: "server", message: "m", status: 499, retryAfterMs: 1_000 },
  { why: "invalidReply", message: "m" },
  { why: "badRequest", message: "m" },
  { why: "keyExpired", status: 401, message: "m", expiredAt: 0 },
  { why: "aborted", message: "m" },
];

/** Attempts with these results in order; the last one repeats. */
function attempts(...results: [Result<string>, ...Result<string>[]]) {
  const attempt = async () => results[Math.min(attempt.made++, results.length - 1)] ?? results[0];
  attempt.made = 0;
  return attempt;
}

describe("withRetry", () => {
  test.each(PASSING)("retries $why ($status), and returns it if it persists", async (error) => {
    const passing = attempts(fail(error), fail(error), ok("done"));
    expect(await withRetry(passing, still())).toEqual(ok("done"));
    const lasting = attempts(fail(error));
    expect(await withRetry(lasting, still())).toEqual(fail(error));
    expect(lasting.made).toBe(1 + RETRIES_MAX);
  });

  test.each(LASTING)("returns $why ($status) at once", async (error) => {
    const attempt = attempts(fail(error), ok("done"));
    expect(await withRetry(attempt, still())).toEqual(fail(error));
  });

  test("returns at once if Retry-After is too long to wait for", async () => {
    const error = {
      why: "limited",
      message: "m",
      status: 429,
      retryAfterMs: RETRY_AFTER_WAIT_MAX_MS + 1,
    } as const;
    const attempt = attempts(fail(error), ok("done"));
    expect(await withRetry(attempt, still())).toEqual(fail(error));
    expect(attempt.made).toBe(1);
  });

  test("an abort ends the back-off at once, without another attempt", async () => {
    const stop = new AbortController();
    const attempt = attempts(fail({ why: "network", message: "m" }));
    const forever = () => {
      stop.abort();
      return new Promise<void>(() => {});
    };
    const result = await withRetry(attempt, { random: () => 0, sleep: forever }, stop.signal);
    expect(result).toMatchObject({ ok: false, error: { why: "aborted" } });
    expect(attempt.made).toBe(1);
  });

  test("limits the attempts in any case, and never retries before Retry-After", async () => {
    const passing = fc.record({
      why: fc.constant("server" as const),
      message: fc.constant("m"),
      status: fc.constant(503),
      retryAfterMs: fc.integer({ min: 0, max: RETRY_AFTER_WAIT_MAX_MS }),
    });
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(passing, { minLength: 1, maxLength: 9 }),
        chance,
        async (errors, random) => {
          const { slept, sleep } = still();
          const [first, ...rest] = errors.map((error) => fail(error));
          if (first === undefined) return;
          const attempt = attempts(first, ...rest);
          await withRetry(attempt, { random: () => random, sleep });
          expect(attempt.made).toBe(1 + RETRIES_MAX);
          expect(slept).toHaveLength(RETRIES_MAX);
          for (const [retry, ms] of slept.entries()) {
            const { retryAfterMs } = errors[Math.min(retry, errors.length - 1)] ?? {
              retryAfterMs: 0,
            };
            expect(ms).toBeGreaterThanOrEqual(retryAfterMs);
            expect(ms).toBeLessThan(retryAfterMs + RETRY_CAP_MS);
          }
        },
      ),
    );
  });
});

describe("mayRetry", () => {
  const network = fail({ why: "network", message: "m" });

  test("is called before each retry, and false ends them", async () => {
    const answers = [true, false];
    const attempt = attempts(network);
    const pacing = { ...still(), mayRetry: async () => answers.shift() ?? true };
    expect(await withRetry(attempt, pacing)).toEqual(network);
    expect(attempt.made).toBe(2);
    expect(pacing.slept).toHaveLength(1);
  });

  test("isn't called for errors that are returned at once", async () => {
    let asked = 0;
    const mayRetry = async () => ++asked > 0;
    await withRetry(attempts(ok("done")), { ...still(), mayRetry });
    await withRetry(attempts(fail({ why: "aborted", message: "m" })), { ...still(), mayRetry });
    expect(asked).toBe(0);
  });
});

describe("pauseBefore", () => {
  const network: KeycardError = { why: "network", message: "m" };

  test("waits for the longest acceptable Retry-After", () => {
    const asked = { why: "server", ...said, retryAfterMs: RETRY_AFTER_WAIT_MAX_MS } as const;
    expect(pauseBefore(0, asked, () => 0)).toBe(RETRY_AFTER_WAIT_MAX_MS);
    expect(pauseBefore(0, asked, () => 0.5)).toBe(RETRY_AFTER_WAIT_MAX_MS + RETRY_BASE_MS / 2);
    expect(pauseBefore(0, { why: "server", ...said }, () => 0)).toBe(0);
  });

  test("doubles, up to the limit, times a random factor", () => {
    const half = [0, 1, 2, 30].map((retry) => pauseBefore(retry, network, () => 0.5));
    expect(half).toEqual([RETRY_BASE_MS / 2, RETRY_BASE_MS, RETRY_BASE_MS * 2, RETRY_CAP_MS / 2]);
    expect(pauseBefore(30, network, () => 0)).toBe(0);
  });
});
