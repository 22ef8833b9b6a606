import { describe, expect, test, vi } from "vitest";
import type { KeycardError, Result } from "../../keycard/index.ts";
import { createBreaker } from "./breaker.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { REFUSAL_MEMORY_MS, stopOnRefusal } from "./stop-on-refusal.ts";
import { createTokenBucket } from "./token-bucket.ts";
import { type CallResult, createTraffic, type Limit } from "./traffic.ts";

/** A clock that sleeping advances, so that tests take no time. */
function clock() {
  const state = { time: 0, began: 1_000_000 };
  return {
    now: () => state.began + state.time,
    elapsed: () => state.time,
    /** Sets the computer's clock forward or, with a negative number, back. */
    put: (ms: number) => {
      state.began += ms;
    },
    sleep: async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve));
      state.time += ms;
    },
    pass: (ms: number) => {
      state.time += ms;
    },
  };
}

describe("the token bucket", () => {
  test("sends 20 requests at once, then 10 per second", async () => {
    const { elapsed, sleep } = clock();
    const bucket = createTokenBucket({ rate: 10, burst: 20, elapsed, sleep });
    const begun = elapsed();
    const at: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        await bucket.take("bulk");
        at.push(elapsed() - begun);
      }),
    );
    expect(at.filter((ms) => ms === 0)).toHaveLength(20);
    expect(at.at(-1)).toBeGreaterThanOrEqual(1_999);
    expect(at.at(-1)).toBeLessThan(2_100);
  });

  test("a person's click is sent before bulk requests that wait", async () => {
    const waits: (() => void)[] = [];
    let time = 0;
    const bucket = createTokenBucket({
      rate: 1,
      burst: 1,
      elapsed: () => time,
      sleep: (ms) =>
        new Promise((resolve) =>
          waits.push(() => {
            time += ms;
            resolve();
          }),
        ),
    });
    const order: string[] = [];
    const take = (name: string, priority: "person" | "bulk") =>
      bucket.take(priority).then(() => order.push(name));
    const all = [take("first", "bulk"), take("bulk", "bulk"), take("click", "person")];
    await new Promise((resolve) => setTimeout(resolve));
    // One timer serves all who wait.
    expect(waits).toHaveLength(1);
    while (order.length < 3) {
      waits.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(all);
    expect(order).toEqual(["first", "click", "bulk"]);
  });

  test("a caller that leaves the queue takes no token", async () => {
    const controller = new AbortController();
    const bucket = createTokenBucket({
      rate: 1,
      burst: 1,
      elapsed: () => 0,
      sleep: () => new Promise(() => undefined),
    });
    expect(await bucket.take("person")).toBe(true);
    const waiting = bucket.take("person", controller.signal);
    controller.abort();
    expect(await waiting).toBe(false);
    expect(await bucket.take("person", controller.signal)).toBe(false);
  });

  test("a caller that leaves after its turn has come takes no one else's place", async () => {
    const { elapsed, sleep } = clock();
    const bucket = createTokenBucket({ rate: 1, burst: 1, elapsed, sleep });
    const early = new AbortController();
    expect(await bucket.take("person", early.signal)).toBe(true);
    const waiting = bucket.take("person");
    early.abort();
    expect(await waiting).toBe(true);
  });
});

describe("the breaker", () => {
  const parts = { failures: 5, windowMs: 30_000, openMs: 30_000 };

  test("5 failures in 30 s open it for 30 s; one probe closes it", () => {
    const { elapsed, pass } = clock();
    const breaker = createBreaker({ ...parts, elapsed });
    for (let n = 0; n < 4; n++) breaker.record("failure");
    expect(breaker.restMs()).toBeUndefined();
    breaker.record("failure");
    expect(breaker.restMs()).toBe(30_000);
    pass(30_000);
    expect(breaker.restMs()).toBeUndefined();
    breaker.begin();
    expect(breaker.restMs()).toBe(30_000);
    breaker.record("success");
    // It takes the same number of failures to open it again.
    for (let n = 0; n < 4; n++) breaker.record("failure");
    expect(breaker.restMs()).toBeUndefined();
    breaker.record("failure");
    expect(breaker.restMs()).toBe(30_000);
  });

  test("a failed probe opens it again; one that never reports does so only for a while", () => {
    const { elapsed, pass } = clock();
    const breaker = createBreaker({ ...parts, elapsed });
    for (let n = 0; n < 5; n++) breaker.record("failure");
    pass(30_000);
    breaker.begin();
    breaker.record("failure");
    expect(breaker.restMs()).toBe(30_000);
    pass(30_000);
    breaker.begin();
    pass(30_000);
    expect(breaker.restMs()).toBeUndefined();
  });

  test.each([
    ["29.999 s apart count together", 29_999, true],
    ["30 s apart don't", 30_000, false],
  ])("failures %s", (_, apart, opens) => {
    const { elapsed, pass } = clock();
    const breaker = createBreaker({ ...parts, elapsed });
    breaker.record("failure");
    pass(apart);
    for (let n = 0; n < 4; n++) breaker.record("failure");
    expect(breaker.restMs() !== undefined).toBe(opens);
  });

  test("a success in between doesn't reset the count", () => {
    const { elapsed } = clock();
    const breaker = createBreaker({ ...parts, elapsed });
    for (let n = 0; n < 4; n++) breaker.record("failure");
    breaker.record("success");
    breaker.record("failure");
    expect(breaker.restMs()).toBeDefined();
  });

  test("failures further apart don't count together", () => {
    const { elapsed, pass } = clock();
    const breaker = createBreaker({ ...parts, elapsed });
    for (let n = 0; n < 9; n++) {
      breaker.record("failure");
      pass(10_000);
    }
    expect(breaker.restMs()).toBeUndefined();
  });
});

test("the retry budget allows no more than 1.1 requests per lookup in the long run", () => {
  const budget = createRetryBudget({ share: 0.1, reserve: 2, cap: 10 });
  let retries = 0;
  for (let n = 0; n < 1_000; n++) {
    budget.earn();
    while (budget.spend()) retries += 1;
  }
  expect(retries).toBeLessThanOrEqual(102);
  expect(retries).toBeGreaterThanOrEqual(100);
});

test("the retry budget saves up no more than the cap", () => {
  const budget = createRetryBudget({ share: 0.5, reserve: 0, cap: 3 });
  expect(budget.spend()).toBe(false);
  for (let n = 0; n < 100; n++) budget.earn();
  expect(Array.from({ length: 4 }, () => budget.spend())).toEqual([true, true, true, false]);
});

describe("traffic", () => {
  const options = { priority: "person" } as const;
  const fine = async (): Promise<Result<string>> => ({ ok: true, value: "fine" });
  const limited = (retryAfterMs?: number) => async (): Promise<Result<string>> => ({
    ok: false,
    error: {
      why: "limited",
      status: 429,
      message: "slow down",
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  });

  function setUp() {
    const time = clock();
    const store: { limit?: Limit } = {};
    const net = { online: true, allowed: true, full: false };
    const traffic = () =>
      createTraffic({
        now: time.now,
        elapsed: time.elapsed,
        sleep: time.sleep,
        isOnline: () => net.online,
        isAllowed: async () => net.allowed,
        limit: {
          get: async () => store.limit,
          set: async (limit) => {
            if (net.full) throw new Error("Session storage quota bytes exceeded.");
            store.limit = limit;
          },
        },
      });
    return { ...time, store, net, traffic };
  }

  test("being offline prevents nothing, and explains why no reply came", async () => {
    const { traffic, net } = setUp();
    const one = traffic();
    net.online = false;
    expect(await one.run(fine, options)).toEqual({ ok: true, value: "fine" });
    expect(await one.mayRetry()).toBe(true);
    const error = { why: "network", message: "gone" } as const;
    const lost = async (): Promise<Result<string>> => ({ ok: false, error });
    expect(await one.run(lost, options)).toMatchObject({
      ok: false,
      error: { why: "offline" },
    });
    const refused = { why: "forbidden", status: 403, message: "no" } as const;
    expect(await one.run(async () => ({ ok: false, error: refused }), options)).toEqual({
      ok: false,
      error: refused,
    });
    net.online = true;
    expect(await one.run(lost, options)).toEqual({ ok: false, error });
  });

  test("being offline isn't a failure of the API, and doesn't open the breaker", async () => {
    const { traffic, net } = setUp();
    const one = traffic();
    net.online = false;
    for (let n = 0; n < 9; n++) one.observe("unreached");
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
    net.online = true;
    for (let n = 0; n < 5; n++) one.observe("unreached");
    expect(await one.run(fine, options)).toMatchObject({ error: { why: "resting" } });
  });

  test("an API that answers with errors opens the breaker, whatever the browser says about the network", async () => {
    const { traffic, net } = setUp();
    const one = traffic();
    net.online = false;
    for (let n = 0; n < 5; n++) one.observe("failure");
    expect(await one.run(fine, options)).toMatchObject({ error: { why: "resting" } });
  });

  test("a clock that is set back blocks nothing: turns, breaks and refusals use another clock", async () => {
    const { traffic, put, pass, elapsed, now } = setUp();
    const one = traffic();
    const refusable = stopOnRefusal(one, elapsed);
    const refused = { why: "forbidden", status: 403, message: "no" } as const;
    await refusable.run(async () => ({ ok: false, error: refused }), options);
    for (let n = 0; n < 5; n++) one.observe("failure");
    put(-6 * 3_600_000);
    // The time that the user is told is on the clock that the user sees.
    expect(await one.run(fine, options)).toMatchObject({
      error: { why: "resting", until: now() + 30_000 },
    });
    pass(REFUSAL_MEMORY_MS);
    // On the fake clock: 20 tokens are there, and the others come within seconds, not six hours.
    const hourAfter = elapsed() + 3_600_000;
    expect(await refusable.run(fine, options)).toEqual({ ok: true, value: "fine" });
    await Promise.all(Array.from({ length: 40 }, () => one.run(fine, options)));
    expect(elapsed() < hourAfter).toBe(true);
  });

  test("a Retry-After from a time in the future is old: the API is asked", async () => {
    const { traffic, put } = setUp();
    expect(await traffic().run(limited(120_000), options)).toMatchObject({ ok: false });
    put(-6 * 3_600_000);
    expect(await traffic().run(fine, options)).toEqual({ ok: true, value: "fine" });
  });

  test("a Retry-After that can't be stored is still reported", async () => {
    const { traffic, net, now } = setUp();
    net.full = true;
    expect(await traffic().run(limited(120_000), options)).toMatchObject({
      error: { why: "limited", until: now() + 120_000 },
    });
  });

  test("doesn't try what the browser doesn't allow", async () => {
    const { traffic, net } = setUp();
    net.allowed = false;
    const call = vi.fn(fine);
    expect(await traffic().run(call, options)).toMatchObject({
      ok: false,
      error: { why: "notAllowed" },
    });
    expect(call).not.toHaveBeenCalled();
  });

  test("a long Retry-After stops everything until then, even if the worker stops", async () => {
    const { traffic, now, pass } = setUp();
    const until = now() + 120_000;
    expect(await traffic().run(limited(120_000), options)).toMatchObject({
      ok: false,
      error: { why: "limited", until },
    });
    expect(await traffic().run(fine, options)).toMatchObject({ error: { why: "limited", until } });
    pass(120_000);
    expect(await traffic().run(fine, options)).toEqual({ ok: true, value: "fine" });
  });

  test.each([undefined, 1_000, 5_000])("a Retry-After of %s ms stops nothing else", async (ms) => {
    const { traffic } = setUp();
    const one = traffic();
    expect(await one.run(limited(ms), options)).toMatchObject({ error: { why: "limited" } });
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
  });

  test("a service that says how long it is down gets no requests until then", async () => {
    const { traffic, now } = setUp();
    const one = traffic();
    const error = { why: "server", status: 503, message: "x", retryAfterMs: 120_000 } as const;
    const limit = { error: { why: "limited", until: now() + 120_000 } };
    expect(await one.run(async () => ({ ok: false, error }), options)).toMatchObject(limit);
    expect(await one.run(fine, options)).toMatchObject(limit);
  });

  test("the long Retry-After of a single failed request is reported, and stops nothing else", async () => {
    const { traffic } = setUp();
    const one = traffic();
    const error = { why: "server", status: 500, message: "x", retryAfterMs: 120_000 } as const;
    expect(await one.run(async () => ({ ok: false, error }), options)).toEqual({
      ok: false,
      error,
    });
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
  });

  test("an API that keeps failing gets no requests for a while, then a probe", async () => {
    const { traffic, now, pass } = setUp();
    const one = traffic();
    let sent = 0;
    let up = false;
    const ask = async (): Promise<Result<string>> => {
      sent += 1;
      one.observe(up ? "success" : "failure");
      return up
        ? { ok: true, value: "fine" }
        : { ok: false, error: { why: "server", status: 500, message: "failed" } };
    };
    for (let n = 0; n < 50; n++) await one.run(ask, options);
    expect(sent).toBe(5);
    expect(await one.run(ask, options)).toMatchObject({
      error: { why: "resting", until: now() + 30_000 },
    });
    pass(30_000);
    up = true;
    expect(await one.run(ask, options)).toMatchObject({ ok: true });
    expect(await one.run(ask, options)).toMatchObject({ ok: true });
    expect(sent).toBe(7);
  });

  test("after that, one call is the probe, however many arrive at once", async () => {
    const { traffic, now, pass } = setUp();
    const one = traffic();
    for (let n = 0; n < 5; n++) one.observe("failure");
    pass(30_000);
    const call = vi.fn(fine);
    const results = await Promise.all([1, 2, 3].map(() => one.run(call, options)));
    expect(call).toHaveBeenCalledTimes(1);
    expect(results).toMatchObject([
      { ok: true },
      { error: { why: "resting", until: now() + 30_000 } },
      { error: { why: "resting", until: now() + 30_000 } },
    ]);
  });

  test("a refused call takes no token", async () => {
    const { traffic, net, now } = setUp();
    const one = traffic();
    const begun = now();
    net.allowed = false;
    for (let n = 0; n < 40; n++) await one.run(fine, options);
    net.allowed = true;
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
    expect(now()).toBe(begun);
  });

  test("nothing is sent for a caller that leaves while it waits, or that then finds the call refused", async () => {
    const { traffic, net } = setUp();
    const one = traffic();
    await Promise.all(Array.from({ length: 20 }, () => one.run(fine, options)));
    const leaving = new AbortController();
    const call = vi.fn(fine);
    const left = one.run(call, { ...options, signal: leaving.signal });
    const late = one.run(call, options);
    // No timer runs meanwhile: both have passed the first check and wait for a token.
    for (let n = 0; n < 100; n++) await Promise.resolve();
    leaving.abort();
    net.allowed = false;
    expect(await left).toMatchObject({ ok: false, error: { why: "aborted" } });
    expect(await late).toMatchObject({ ok: false, error: { why: "notAllowed" } });
    expect(call).not.toHaveBeenCalled();
  });

  test("ten lookups earn one more retry, and each retry takes its turn", async () => {
    const { traffic, now } = setUp();
    const one = traffic();
    const begun = now();
    for (let n = 0; n < 10; n++) await one.run(fine, options);
    const retries = Array.from({ length: 4 }, () => one.mayRetry());
    expect(await Promise.all(retries)).toEqual([true, true, true, false]);
    for (let n = 0; n < 7; n++) await one.run(fine, options);
    expect(now()).toBe(begun);
    await one.run(fine, options);
    expect(now()).toBeGreaterThan(begun);
  });

  test("retries are limited by the budget and stop with the breaker", async () => {
    const { traffic } = setUp();
    const one = traffic();
    expect(await one.mayRetry()).toBe(true);
    expect(await one.mayRetry()).toBe(true);
    expect(await one.mayRetry()).toBe(false);
    const other = traffic();
    for (let n = 0; n < 5; n++) other.observe("failure");
    expect(await other.mayRetry()).toBe(false);
  });

  test("an aborted lookup isn't a failure of the API", async () => {
    const one = setUp().traffic();
    for (let n = 0; n < 9; n++) one.observe("unknown");
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
  });

  test("after a 401, calls that wait for their turn aren't sent either", async () => {
    const { traffic, elapsed } = setUp();
    const one = stopOnRefusal(traffic(), elapsed);
    let sent = 0;
    const refused = async (): Promise<Result<string>> => {
      sent += 1;
      return { ok: false, error: { why: "keyRefused", status: 401, message: "revoked" } };
    };
    const results = await Promise.all(Array.from({ length: 30 }, () => one.run(refused, options)));
    // Calls that were let through together have already been sent.
    expect(sent).toBeLessThanOrEqual(20);
    expect(results.every((result) => !result.ok && result.error.why === "keyRefused")).toBe(true);
    expect(await one.run(fine, options)).toMatchObject({ ok: false });
    one.resume();
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
  });

  describe("a refused key", () => {
    const failing = (error: KeycardError) => async (): Promise<Result<string>> => ({
      ok: false,
      error,
    });

    test.each<[KeycardError, boolean]>([
      [{ why: "keyRefused", status: 401, message: "revoked" }, true],
      [{ why: "forbidden", status: 403, message: "may not read" }, true],
      [{ why: "keyExpired", status: 401, message: "over", expiredAt: 0 }, true],
      [{ why: "notFound", status: 404, message: "nobody" }, false],
      [{ why: "network", message: "gone" }, false],
    ])("$why stops further calls: %s", async (error, stops) => {
      const { traffic, elapsed } = setUp();
      const one = stopOnRefusal(traffic(), elapsed);
      await one.run(failing(error), options);
      expect(await one.run(fine, options)).toEqual(
        stops ? { ok: false, error } : { ok: true, value: "fine" },
      );
    });

    test("is tried again after a minute", async () => {
      const { traffic, elapsed, pass } = setUp();
      const one = stopOnRefusal(traffic(), elapsed);
      await one.run(failing({ why: "forbidden", status: 403, message: "no" }), options);
      pass(REFUSAL_MEMORY_MS - 1);
      expect(await one.run(fine, options)).toMatchObject({ error: { why: "forbidden" } });
      pass(1);
      expect(await one.run(fine, options)).toMatchObject({ ok: true });
    });

    test("takes no one's turn, and what is stopped while it waits isn't a failure of the API", async () => {
      const seen: CallResult<unknown>[] = [];
      const turns: (() => void)[] = [];
      const one = stopOnRefusal(
        {
          async run(call) {
            await new Promise<void>((go) => turns.push(go));
            const result = await call();
            seen.push(result);
            return result;
          },
          mayRetry: async () => true,
          observe: () => undefined,
        },
        () => 0,
      );
      const error = { why: "keyRefused", status: 401, message: "revoked" } as const;
      const [first, second] = [one.run(failing(error), options), one.run(fine, options)];
      turns[0]?.();
      expect(await first).toEqual({ ok: false, error });
      turns[1]?.();
      expect(await second).toEqual({ ok: false, error });
      expect(seen).toMatchObject([{ error }, { ok: false, error: { why: "aborted" } }]);
      expect(await one.run(fine, options)).toEqual({ ok: false, error });
      expect(turns).toHaveLength(2);
    });
  });
});
