import { describe, expect, test } from "vitest";
import { createBearer, type TokenStore } from "./bearer.ts";
import { TOKEN_DEFAULT_LIFE_S, TOKEN_MARGIN_MS } from "./exchanged-token.ts";
import { type Call, fakeApi, still } from "./fake-api.ts";
import { ok } from "./result.ts";

const ACCOUNT = {
  kind: "service-account",
  clientId: "client-1",
  clientSecret: "s3cret/+~",
} as const;

type Answer = (call: Call, before: number) => Response | Promise<Response>;

/** Tokens `t0`, `t1`... in the order of their exchanges. */
const tokens =
  (fields: object = { expires_in: 600 }): Answer =>
  (_, before) =>
    Response.json({ access_token: `t${before}`, token_type: "Bearer", ...fields });

function source(answer: Answer = tokens(), store?: TokenStore) {
  const api = fakeApi(answer);
  const env = still();
  const clock = { ms: env.now() };
  const bearer = createBearer({
    ...env,
    now: () => clock.ms,
    fetch: api.fetch,
    credential: ACCOUNT,
    ...(store && { store }),
  });
  return { bearer, clock, calls: api.calls, slept: env.slept };
}

/** A store in a variable, which unlike storage makes no copies. */
function memory(kept?: unknown) {
  const box = { kept };
  const store: TokenStore = {
    get: async () => box.kept,
    set: async (token) => {
      box.kept = token;
    },
  };
  return { box, store };
}

describe("an API key", () => {
  const keyed = (key: string, nowMs: number) => {
    const api = fakeApi(() => Response.error());
    const parts = { ...still(nowMs), fetch: api.fetch };
    return { ...api, bearer: createBearer({ ...parts, credential: { kind: "api-key", key } }) };
  };
  const jwt = `e30.${btoa('{"exp":2000}')}.c2ln`;

  test("is sent unchanged, without a request", async () => {
    const { bearer, calls } = keyed("opaque", 0);
    expect(await bearer.token()).toEqual(ok("opaque"));
    expect(calls).toEqual([]);
  });

  test("is sent whatever its exp says: the server decides", async () => {
    for (const nowMs of [1_999_999, 2_000_000, 9_000_000]) {
      const { bearer } = keyed(jwt, nowMs);
      expect(await bearer.token()).toEqual(ok(jwt));
      expect(bearer.expiresAt).toBe(2_000_000);
    }
    expect(keyed("opaque", 0).bearer.expiresAt).toBeUndefined();
  });

  test("offers no other token after a 401", () => {
    expect(keyed("opaque", 0).bearer.invalidate("opaque")).toBe(false);
  });
});

describe("a service account", () => {
  test("is exchanged with exactly the documented request", async () => {
    const { bearer, calls } = source();
    expect(await bearer.token()).toEqual(ok("t0"));
    const [call] = calls;
    expect(calls).toHaveLength(1);
    expect(call?.url.href).toBe("https://api.example/service-account-token");
    expect(call?.method).toBe("POST");
    expect(call?.init.body).toBe("grant_type=client_credentials");
    expect([...(call?.headers ?? [])]).toEqual([
      ["accept", "application/json"],
      ["authorization", `Basic ${btoa("client-1:s3cret/+~")}`],
      ["content-type", "application/x-www-form-urlencoded"],
    ]);
  });

  test("shares one exchange between all callers", async () => {
    const { bearer, calls } = source();
    const all = await Promise.all([bearer.token(), bearer.token(), bearer.token()]);
    expect(all).toEqual([ok("t0"), ok("t0"), ok("t0")]);
    expect(calls).toHaveLength(1);
  });

  test.each([
    ["as the reply says", { expires_in: 600 }, 600_000],
    ["by default", {}, TOKEN_DEFAULT_LIFE_S * 1_000],
    ["by default when null", { expires_in: null }, TOKEN_DEFAULT_LIFE_S * 1_000],
    ["by default when invalid", { expires_in: -5 }, TOKEN_DEFAULT_LIFE_S * 1_000],
  ])("reuses the token until shortly before it expires, %s", async (_, fields, lifeMs) => {
    const { bearer, clock } = source(tokens(fields));
    await bearer.token();
    clock.ms += lifeMs - TOKEN_MARGIN_MS - 1;
    expect(await bearer.token()).toEqual(ok("t0"));
    clock.ms += 1;
    expect(await bearer.token()).toEqual(ok("t1"));
  });

  test("exchanges a token from before the clock was set back again, instead of using it until then", async () => {
    const { store } = memory();
    const { bearer, clock } = source(tokens(), store);
    await bearer.token();
    clock.ms -= 3_600_000;
    expect(await bearer.token()).toEqual(ok("t1"));
  });

  test("returns a token even if it expires too soon to be kept", async () => {
    const { bearer } = source(tokens({ expires_in: 5 }));
    expect(await bearer.token()).toEqual(ok("t0"));
    expect(await bearer.token()).toEqual(ok("t1"));
  });

  test("exchanges refused tokens once, however many callers report them", async () => {
    const { bearer, calls } = source();
    await bearer.token();
    expect(bearer.invalidate("t0")).toBe(true);
    expect(await bearer.token()).toEqual(ok("t1"));
    expect(bearer.invalidate("t0")).toBe(true);
    expect(await bearer.token()).toEqual(ok("t1"));
    expect(calls).toHaveLength(2);
  });

  test("ignores a refused token that isn't in use", async () => {
    const { bearer, calls } = source();
    expect(bearer.invalidate("t0")).toBe(true);
    await bearer.token();
    bearer.invalidate("another");
    expect(await bearer.token()).toEqual(ok("t0"));
    expect(calls).toHaveLength(1);
  });

  test("counts a token's lifetime from when it was requested", async () => {
    const { bearer, clock } = source((call, before) => {
      clock.ms += 2_000;
      return tokens()(call, before);
    });
    await bearer.token();
    clock.ms += 600_000 - TOKEN_MARGIN_MS - 2_001;
    expect(await bearer.token()).toEqual(ok("t0"));
    clock.ms += 1;
    expect(await bearer.token()).toEqual(ok("t1"));
  });

  test("retries a failure once for all callers, and doesn't remember it", async () => {
    const { bearer, calls, slept } = source((call, before) =>
      before >= 3 ? tokens()(call, before) : new Response("", { status: 503 }),
    );
    const all = await Promise.all([bearer.token(), bearer.token()]);
    expect(all).toMatchObject([{ error: { why: "server" } }, { error: { why: "server" } }]);
    expect(calls).toHaveLength(3);
    expect(slept).toHaveLength(2);
    expect(await bearer.token()).toEqual(ok("t3"));
  });

  test.each([
    ["401", new Response("", { status: 401 }), "keyRefused"],
    [
      "400 invalid_client",
      Response.json({ error: "invalid_client" }, { status: 400 }),
      "keyRefused",
    ],
    ["403, which is about the account", new Response("", { status: 403 }), "keyRefused"],
    [
      "invalid_client with another status",
      Response.json({ error: "invalid_client" }, { status: 418 }),
      "server",
    ],
    ["another 400", Response.json({ error: "invalid_request" }, { status: 400 }), "badRequest"],
    ["404, which is not about a user", new Response("", { status: 404 }), "server"],
    ["no token", Response.json({ token_type: "Bearer" }), "invalidReply"],
    ["a token that can't be in a header", Response.json({ access_token: "a\nb" }), "invalidReply"],
    [
      "a token that is too long",
      Response.json({ access_token: "a".repeat(8_193) }),
      "invalidReply",
    ],
  ])("%s", async (_, response, why) => {
    const { bearer, calls } = source(() => response);
    const message = expect.stringMatching(/\S/);
    expect(await bearer.token()).toMatchObject({ ok: false, error: { why, message } });
    expect(calls).toHaveLength(1);
  });

  test("returns at once to a caller that aborts; the others get the token", async () => {
    let answer = (_: Response) => {};
    const { bearer } = source(
      () =>
        new Promise<Response>((resolve) => {
          answer = resolve;
        }),
    );
    const stop = new AbortController();
    const [gone, stays] = [bearer.token(stop.signal), bearer.token()];
    stop.abort();
    expect(await gone).toMatchObject({ error: { why: "aborted" } });
    answer(Response.json({ access_token: "t0" }));
    expect(await stays).toEqual(ok("t0"));
  });
});

describe("a token store", () => {
  test("saves a restarted worker the exchange", async () => {
    const { store } = memory();
    await source(tokens(), store).bearer.token();
    const restarted = source(tokens(), store);
    const all = await Promise.all([restarted.bearer.token(), restarted.bearer.token()]);
    expect(all).toEqual([ok("t0"), ok("t0")]);
    expect(restarted.calls).toEqual([]);
  });

  test("isn't asked again for a token that was refused", async () => {
    const { store } = memory();
    await source(tokens(), store).bearer.token();
    const restarted = source(() => Response.json({ access_token: "fresh" }), store);
    await restarted.bearer.token();
    restarted.bearer.invalidate("t0");
    expect(await restarted.bearer.token()).toEqual(ok("fresh"));
  });

  test.each([
    ["empty", undefined],
    ["of another client", { clientId: "client-2", token: "old", askedAt: 999_999, lifeMs: 9e12 }],
    ["expired", { clientId: "client-1", token: "old", askedAt: 1, lifeMs: 70_000 }],
    ["of the future", { clientId: "client-1", token: "old", askedAt: 1_000_001, lifeMs: 9e12 }],
    ["of another format", { clientId: "client-1", token: 7, askedAt: 999_999, lifeMs: 9e12 }],
    [
      "that can't be in a header",
      { clientId: "client-1", token: "o\nld", askedAt: 999_999, lifeMs: 9e12 },
    ],
  ])("ignores a stored token: %s", async (_, kept) => {
    expect(await source(tokens(), memory(kept).store).bearer.token()).toEqual(ok("t0"));
  });

  test("that fails only costs an exchange", async () => {
    const broken: TokenStore = {
      get: () => Promise.reject(new Error("quota")),
      set: () => Promise.reject(new Error("quota")),
    };
    expect(await source(tokens(), broken).bearer.token()).toEqual(ok("t0"));
  });
});
