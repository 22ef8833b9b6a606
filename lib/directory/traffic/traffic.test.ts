import { describe, expect, test, vi } from "vitest";
import type { Result } from "../../keycard/index.ts";
import { createBreaker } from "./breaker.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { stopOnRefusal } from "./stop-on-refusal.ts";
import { createTokenBucket } from "./token-bucket.ts";
import { createTraffic } from "./traffic.ts";

/** A clock that sleeping moves on, so that tests need no time. */
function clock() {
  const state = { time: 1_000_000 };
  return {
    now: () => state.time,
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
  test("20 at once, then 10 a second", async () => {
    const { now, sleep } = clock();
    const bucket = createTokenBucket({ rate: 10, burst: 20, now, sleep });
    const begun = now();
    const at: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        await bucket.take("bulk");
        at.push(now() - begun);
      }),
    );
    expect(at.filter((ms) => ms === 0)).toHaveLength(20);
    expect(at.at(-1)).toBeGreaterThanOrEqual(1_999);
    expect(at.at(-1)).toBeLessThan(2_100);
  });

  test("a person's click goes before what waits in bulk", async () => {
    const waits: (() => void)[] = [];
    let time = 0;
    const bucket = createTokenBucket({
      rate: 1,
      burst: 1,
      now: () => time,
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
    while (order.length < 3) {
      waits.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(all);
    expect(order).toEqual(["first", "click", "bulk"]);
  });

  test("who leaves the queue takes no token", async () => {
    const controller = new AbortController();
    const bucket = createTokenBucket({
      rate: 1,
      burst: 1,
      now: () => 0,
      sleep: () => new Promise(() => undefined),
    });
    expect(await bucket.take("person")).toBe(true);
    const waiting = bucket.take("person", controller.signal);
    controller.abort();
    expect(await waiting).toBe(false);
    expect(await bucket.take("person", controller.signal)).toBe(false);
  });
});

describe("the breaker", () => {
  const parts = { failures: 5, windowMs: 30_000, openMs: 30_000 };

  test("5 failures in 30 s open it for 30 s; one probe closes it", () => {
    const { now, pass } = clock();
    const breaker = createBreaker({ ...parts, now });
    for (let n = 0; n < 4; n++) breaker.record("failure");
    expect(breaker.refusedUntil()).toBeUndefined();
    breaker.record("failure");
    expect(breaker.refusedUntil()).toBe(now() + 30_000);
    pass(30_000);
    expect(breaker.refusedUntil()).toBeUndefined();
    breaker.begin();
    expect(breaker.refusedUntil()).toBeDefined();
    breaker.record("success");
    expect(breaker.refusedUntil()).toBeUndefined();
  });

  test("a probe that fails opens it again; one that never reports does so only for a while", () => {
    const { now, pass } = clock();
    const breaker = createBreaker({ ...parts, now });
    for (let n = 0; n < 5; n++) breaker.record("failure");
    pass(30_000);
    breaker.begin();
    breaker.record("failure");
    expect(breaker.refusedUntil()).toBe(now() + 30_000);
    pass(30_000);
    breaker.begin();
    pass(30_000);
    expect(breaker.refusedUntil()).toBeUndefined();
  });

  test("failures further apart do not count together", () => {
    const { now, pass } = clock();
    const breaker = createBreaker({ ...parts, now });
    for (let n = 0; n < 9; n++) {
      breaker.record("failure");
      pass(10_000);
    }
    expect(breaker.refusedUntil()).toBeUndefined();
  });
});

test("the retry budget: no more than 1.1 requests for each look-up in the long run", () => {
  const budget = createRetryBudget({ share: 0.1, reserve: 2, cap: 10 });
  let retries = 0;
  for (let n = 0; n < 1_000; n++) {
    budget.earn();
    while (budget.spend()) retries += 1;
  }
  expect(retries).toBeLessThanOrEqual(102);
  expect(retries).toBeGreaterThanOrEqual(100);
});

describe("traffic", () => {
  const options = { priority: "person" } as const;
  const fine = async (): Promise<Result<string>> => ({ ok: true, value: "fine" });
  const limited = (retryAfterMs?: number) => async (): Promise<Result<string>> => ({
    ok: false,
    error: {
      kind: "rate-limited",
      status: 429,
      message: "slow down",
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  });

  function setUp() {
    const time = clock();
    const store: { until?: number } = {};
    const net = { online: true, allowed: true };
    const traffic = () =>
      createTraffic({
        now: time.now,
        sleep: time.sleep,
        isOnline: () => net.online,
        isAllowed: async () => net.allowed,
        limitedUntil: {
          get: async () => store.until,
          set: async (until) => {
            store.until = until;
          },
        },
      });
    return { ...time, store, net, traffic };
  }

  test("offline fails at once", async () => {
    const { traffic, net } = setUp();
    net.online = false;
    expect(await traffic().run(fine, options)).toMatchObject({ error: { kind: "offline" } });
  });

  test("what the browser does not allow is not tried", async () => {
    const { traffic, net } = setUp();
    net.allowed = false;
    const call = vi.fn(fine);
    expect(await traffic().run(call, options)).toMatchObject({ error: { kind: "not-allowed" } });
    expect(call).not.toHaveBeenCalled();
  });

  test("a long Retry-After stops everything until then, over the worker's death too", async () => {
    const { traffic, now, pass } = setUp();
    const until = now() + 120_000;
    expect(await traffic().run(limited(120_000), options)).toMatchObject({
      error: { kind: "limited", until },
    });
    expect(await traffic().run(fine, options)).toMatchObject({ error: { kind: "limited", until } });
    pass(120_000);
    expect(await traffic().run(fine, options)).toEqual({ ok: true, value: "fine" });
  });

  test.each([undefined, 1_000, 5_000])("a Retry-After of %s ms stops nothing else", async (ms) => {
    const { traffic } = setUp();
    const one = traffic();
    expect(await one.run(limited(ms), options)).toMatchObject({ error: { kind: "rate-limited" } });
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
  });

  test("an API that keeps failing is left alone, then probed", async () => {
    const { traffic, now, pass } = setUp();
    const one = traffic();
    let sent = 0;
    let up = false;
    const ask = async (): Promise<Result<string>> => {
      sent += 1;
      one.observe(up ? "success" : "failure");
      return up
        ? { ok: true, value: "fine" }
        : { ok: false, error: { kind: "server", status: 500, message: "failed" } };
    };
    for (let n = 0; n < 50; n++) await one.run(ask, options);
    expect(sent).toBe(5);
    expect(await one.run(ask, options)).toMatchObject({
      error: { kind: "resting", until: now() + 30_000 },
    });
    pass(30_000);
    up = true;
    expect(await one.run(ask, options)).toMatchObject({ ok: true });
    expect(await one.run(ask, options)).toMatchObject({ ok: true });
    expect(sent).toBe(7);
  });

  test("an API that was left alone is probed by one call, however many come at once", async () => {
    const { traffic, now, pass } = setUp();
    const one = traffic();
    for (let n = 0; n < 5; n++) one.observe("failure");
    pass(30_000);
    const call = vi.fn(fine);
    const results = await Promise.all([1, 2, 3].map(() => one.run(call, options)));
    expect(call).toHaveBeenCalledTimes(1);
    expect(results).toMatchObject([
      { ok: true },
      { error: { kind: "resting", until: now() + 30_000 } },
      { error: { kind: "resting", until: now() + 30_000 } },
    ]);
  });

  test("retries are bounded by the budget and stop with the breaker", async () => {
    const { traffic } = setUp();
    const one = traffic();
    expect(await one.mayRetry()).toBe(true);
    expect(await one.mayRetry()).toBe(true);
    expect(await one.mayRetry()).toBe(false);
    const other = traffic();
    for (let n = 0; n < 5; n++) other.observe("failure");
    expect(await other.mayRetry()).toBe(false);
  });

  test("a look-up that we ourselves gave up is no failure of the API", async () => {
    const one = setUp().traffic();
    for (let n = 0; n < 9; n++) one.observe("unknown");
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
  });

  test("after a 401 what waits for its turn is not sent either", async () => {
    const { traffic, now } = setUp();
    const one = stopOnRefusal(traffic(), now);
    let sent = 0;
    const refused = async (): Promise<Result<string>> => {
      sent += 1;
      return { ok: false, error: { kind: "unauthorized", status: 401, message: "revoked" } };
    };
    const results = await Promise.all(Array.from({ length: 30 }, () => one.run(refused, options)));
    // Those that were let through together are on their way already.
    expect(sent).toBeLessThanOrEqual(20);
    expect(results.every((result) => !result.ok && result.error.kind === "unauthorized")).toBe(
      true,
    );
    expect(await one.run(fine, options)).toMatchObject({ ok: false });
    one.resume();
    expect(await one.run(fine, options)).toMatchObject({ ok: true });
  });
});
