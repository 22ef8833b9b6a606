/** For tests: a `fetch` that answers from a function and records its calls. */

export type Call = { url: URL; method: string; headers: Headers; init: RequestInit };

export type FakeApi = { fetch: typeof globalThis.fetch; calls: Call[] };

/** @param answer receives the call and the number of calls before it; a rejection is a network failure */
export function fakeApi(
  answer: (call: Call, before: number) => Response | Promise<Response>,
): FakeApi {
  const calls: Call[] = [];
  return {
    calls,
    async fetch(input, init = {}) {
      const url = new URL(input instanceof Request ? input.url : input);
      const call = { url, method: init.method ?? "GET", headers: new Headers(init.headers), init };
      calls.push(call);
      return answer(call, calls.length - 1);
    },
  };
}

/** A fetch that rejects only when its signal is aborted, like one over a dead connection. */
export function hanging({ init }: Call): Promise<Response> {
  return new Promise((_, reject) => {
    init.signal?.addEventListener("abort", () => reject(init.signal?.reason), { once: true });
  });
}

/**
 * The client's other dependencies without time or randomness: a stopped clock, no jitter, sleeps that are only
 * recorded.
 */
export function still(nowMs = 1_000_000) {
  const slept: number[] = [];
  return {
    slept,
    origin: "https://api.example",
    now: () => nowMs,
    elapsed: () => nowMs,
    random: () => 0,
    sleep: async (ms: number) => {
      slept.push(ms);
    },
  };
}
