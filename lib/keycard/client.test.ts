import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createBearer } from "./bearer.ts";
import { createKeycardClient } from "./client.ts";
import type { Credential } from "./credential.ts";
import { type Call, fakeApi, hanging, still } from "./fake-api.ts";
import { userId, zoneId } from "./ids.ts";
import { ok } from "./result.ts";

const ZONE = zoneId("z1");
const ADA = userId("ab3def8hij2klm9opq5rst7uvw");
const KEY: Credential = { kind: "api-key", key: "kc_live_0123456789" };
const ACCOUNT: Credential = {
  kind: "service-account",
  clientId: "c1",
  clientSecret: "s3cret-0123456789",
};

function client(
  answer: (call: Call, before: number) => Response | Promise<Response>,
  credential = KEY,
  changes: Partial<ReturnType<typeof still>> = {},
) {
  const api = fakeApi(answer);
  const env = { ...still(), ...changes };
  const parts = { ...env, fetch: api.fetch };
  const bearer = createBearer({ ...parts, credential });
  return { ...createKeycardClient({ ...parts, bearer }), calls: api.calls, slept: env.slept };
}

const empty = {
  items: [],
  pagination: { after_cursor: null, before_cursor: null, total_count: 0 },
};
const isExchange = (call: Call) => call.method === "POST";

describe("requests", () => {
  const expand = (...names: string[]) => names.map((name) => `expand%5B%5D=${name}`).join("&");

  test.each([
    ["today", `?${expand("role-assignments", "groups")}&role_source=all`],
    ["documented", `?${expand("role-assignments")}`],
    ["counted", ""],
    ["plain", ""],
  ] as const)('retrieveUser asks for the level "%s"', async (ask, query) => {
    const { retrieveUser, calls } = client(() => Response.json({ id: ADA, zone_id: ZONE }));
    expect(await retrieveUser(ZONE, ADA, { ask })).toEqual(ok({ id: ADA, zone_id: ZONE }));
    expect(calls.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      `GET https://api.example/zones/z1/users/${ADA}${query}`,
    ]);
  });

  const DOCUMENTED = expand("total_count", "role-assignments", "session_count", "grant_count");

  test.each([
    [
      "today",
      `&${DOCUMENTED}&${expand("groups", "credentials", "credentials.provider")}&role_source=all`,
    ],
    ["documented", `&${DOCUMENTED}`],
    ["counted", `&${expand("total_count")}`],
    ["plain", ""],
  ] as const)('listUsers asks for the level "%s"', async (ask, query) => {
    const { listUsers, calls } = client(() => Response.json(empty));
    await listUsers(ZONE, { ids: [userId("aaa"), userId("bbb")] }, { ask });
    expect(calls[0]?.url.href).toBe(
      `https://api.example/zones/z1/users?filter%5Bid%5D=aaa&filter%5Bid%5D=bbb${query}`,
    );
  });

  test("ask for the newest level by default", async () => {
    const { listUsers, retrieveUser, calls } = client(() => Response.json({ id: ADA, items: [] }));
    await listUsers(ZONE, {});
    await retrieveUser(ZONE, ADA);
    expect(calls.map(({ url }) => url.searchParams.get("role_source"))).toEqual(["all", "all"]);
  });

  test("of listZones and retrieveZone", async () => {
    const { listZones, retrieveZone, calls } = client(({ url }) =>
      Response.json(
        url.pathname === "/zones" ? { items: [{ id: ZONE, name: "Main" }] } : { id: ZONE },
      ),
    );
    expect(await listZones({ limit: 100 })).toMatchObject({
      value: { items: [{ id: "z1", name: "Main" }] },
    });
    await listZones({ limit: 100, after: "c" }, { counted: false });
    expect(await retrieveZone(ZONE)).toEqual(ok({ id: ZONE }));
    expect(await retrieveZone(ZONE, { permissions: true })).toEqual(ok({ id: ZONE }));
    expect(calls.map(({ url }) => url.href)).toEqual([
      "https://api.example/zones?expand%5B%5D=total_count&limit=100",
      "https://api.example/zones?limit=100&after=c",
      "https://api.example/zones/z1",
      "https://api.example/zones/z1?expand%5B%5D=permissions",
    ]);
  });

  test("of listSessions, listGrants and retrieveNamed", async () => {
    const { listSessions, listGrants, retrieveNamed, calls } = client(({ url }) =>
      Response.json(url.pathname.endsWith("/r1") ? { id: "r1", name: "Mail" } : empty),
    );
    await listSessions(ZONE, ADA, { limit: 100, after: "c" });
    await listSessions(ZONE, ADA, { type: "user" });
    await listGrants(ZONE, ADA);
    expect(await retrieveNamed(ZONE, "resources", "r1")).toEqual(ok({ id: "r1", name: "Mail" }));
    expect(calls.map(({ url }) => url.pathname + url.search)).toEqual([
      `/zones/z1/sessions?user_id=${ADA}&status=active&limit=100&after=c`,
      `/zones/z1/sessions?user_id=${ADA}&status=active&session_type=user`,
      `/zones/z1/delegated-grants?user_id=${ADA}`,
      "/zones/z1/resources/r1",
    ]);
  });

  test("of listNamed: several by ID, or all of a kind", async () => {
    const items = [{ id: "p1", name: "Okta", description: "Staff" }, { name: "Nobody's" }];
    const { listNamed, calls } = client(() => Response.json({ items }));
    expect(await listNamed(ZONE, "providers", ["p1", "p&2"])).toMatchObject({
      value: { items: [items[0]], unread: 1 },
    });
    await listNamed(ZONE, "roles", "all");
    expect(calls.map(({ url }) => url.pathname + url.search)).toEqual([
      "/zones/z1/providers?filter%5Bid%5D=p1&filter%5Bid%5D=p%262&limit=100",
      "/zones/z1/roles",
    ]);
    for (const ids of [[], [""], Array(101).fill("p")])
      expect(await listNamed(ZONE, "groups", ids)).toMatchObject({ error: { why: "badRequest" } });
    expect(calls).toHaveLength(2);
  });

  test("aren't sent for sessions or grants without an owner, nor for more than a page", async () => {
    const { listSessions, listGrants, calls } = client(() => Response.json(empty));
    const message = expect.stringMatching(/^.+\.$/);
    const refused = { error: { why: "badRequest", message } };
    expect(await listSessions(ZONE, userId(""))).toMatchObject(refused);
    expect(await listGrants(ZONE, userId("a".repeat(256)))).toMatchObject(refused);
    expect(await listGrants(ZONE, ADA, { limit: 101 })).toMatchObject(refused);
    expect(await listSessions(ZONE, ADA, { after: "" })).toMatchObject(refused);
    expect(calls).toEqual([]);
    await listSessions(ZONE, userId("a".repeat(255)));
    expect(calls).toHaveLength(1);
  });

  test("have no cookies, no referrer, no cache, no redirect, and no header except two", async () => {
    const { retrieveUser, calls } = client(() => Response.json({ id: ADA }));
    await retrieveUser(ZONE, ADA);
    expect(calls[0]?.init).toMatchObject({
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "error",
    });
    expect([...(calls[0]?.headers ?? [])]).toEqual([
      ["accept", "application/json"],
      ["authorization", "Bearer kc_live_0123456789"],
    ]);
  });

  test.each(["", ".", ".."])("aren't sent for the ID %j", async (id) => {
    const { retrieveUser, retrieveZone, calls } = client(() => Response.json({ id }));
    const refused = { ok: false, error: { why: "badRequest" } };
    expect(await retrieveUser(ZONE, userId(id))).toMatchObject(refused);
    expect(await retrieveUser(zoneId(id), ADA)).toMatchObject(refused);
    expect(await retrieveZone(zoneId(id))).toMatchObject(refused);
    expect(calls).toEqual([]);
  });

  test("aren't sent for IDs together with a cursor, or after an abort", async () => {
    const { listUsers, calls } = client(() => Response.json(empty));
    const results = [
      await listUsers(ZONE, { ids: [ADA], after: "c" }),
      await listUsers(ZONE, {}, { signal: AbortSignal.abort() }),
    ];
    expect(results.map((result) => (result.ok ? "ok" : result.error.why))).toEqual([
      "badRequest",
      "aborted",
    ]);
    expect(calls).toEqual([]);
  });

  describe("an API key that has expired according to itself", () => {
    const expired: Credential = { kind: "api-key", key: `e30.${btoa('{"exp":1}')}.c2ln` };

    test("is sent, and works if the server accepts it", async () => {
      const { listUsers, calls } = client(() => Response.json(empty), expired);
      expect(await listUsers(ZONE, {})).toMatchObject({ ok: true });
      expect(calls).toHaveLength(1);
    });

    test("explains a refusal", async () => {
      const { listUsers, calls } = client(() => new Response("", { status: 401 }), expired);
      expect(await listUsers(ZONE, {})).toMatchObject({
        error: { why: "keyExpired", status: 401, expiredAt: 1_000 },
      });
      expect(calls).toHaveLength(1);
    });

    test("explains nothing if it has expired only by a clock that is ahead of the server's", async () => {
      const date = new Date(0).toUTCString();
      const { listUsers } = client(
        () => new Response("", { status: 401, headers: { date } }),
        expired,
      );
      expect(await listUsers(ZONE, {})).toMatchObject({
        error: { why: "keyRefused", clockAheadMs: 1_000_000 },
      });
    });
  });

  test("throws for an origin that the bearer doesn't belong to", () => {
    const parts = { ...still(), fetch: fakeApi(() => Response.json({})).fetch };
    const bearer = createBearer({ ...parts, credential: KEY });
    expect(() =>
      createKeycardClient({ ...parts, origin: "https://other.example", bearer }),
    ).toThrow("The bearer is for another origin.");
  });
});

const WRONG = { why: "invalidReply", message: expect.stringMatching(/^.+\.$/) };

describe("never the wrong person", () => {
  test.each([
    ["another user", { id: "other" }],
    ["the same ID in different case", { id: ADA.toUpperCase() }],
    ["a user in another zone", { id: ADA, zone_id: "z2" }],
    ["no ID", { email: "ada@example.com" }],
    ["a list", [{ id: ADA }]],
    ["null", null],
  ])("refuses a reply with %s", async (_, body) => {
    const { retrieveUser } = client(() => Response.json(body));
    expect(await retrieveUser(ZONE, ADA)).toMatchObject({ error: WRONG });
  });

  test("refuses a reply with another resource", async () => {
    const { retrieveNamed } = client(() => Response.json({ id: "r2", name: "Payroll" }));
    expect(await retrieveNamed(ZONE, "resources", "r1")).toMatchObject({ error: WRONG });
  });

  test("leaves out a session without an owner, but returns the others", async () => {
    const items = [{ id: "s1" }, { user_id: ADA }, null, { id: "s2", user_id: ADA }];
    const { listSessions } = client(() => Response.json({ items }));
    expect(await listSessions(ZONE, ADA)).toMatchObject({
      value: { items: [items[0], items[1], items[3]], unread: 1 },
    });
  });

  test("refuses a list with a user in another zone", async () => {
    const { listUsers } = client(() =>
      Response.json({ items: [{ id: "a" }, { id: "b", zone_id: "z2" }] }),
    );
    expect(await listUsers(ZONE, {})).toMatchObject({ error: WRONG });
  });

  test("refuses a list in which no user can be parsed, but not one with someone else", async () => {
    const { listUsers } = client(({ url }) =>
      Response.json({ items: url.search.includes("both") ? [{}, { id: "a" }] : [{}] }),
    );
    expect(await listUsers(ZONE, { query: ["one"] })).toMatchObject({ error: WRONG });
    expect(await listUsers(ZONE, { query: ["both"] })).toMatchObject({
      value: { items: [{ id: "a" }], unread: 1 },
    });
  });

  test("reports the place of an invalid value, not its content", async () => {
    const { listUsers } = client(() => Response.json({ items: { secret: "ada@example.com" } }));
    expect(await listUsers(ZONE, {})).toEqual({
      ok: false,
      error: { why: "invalidReply", message: "The API's reply cannot be read at items." },
    });
  });

  test("accepts a list of users in this zone", async () => {
    const items = [{ id: "a" }, { id: "b", zone_id: ZONE }];
    const { listUsers } = client(() => Response.json({ items }));
    expect(await listUsers(ZONE, {})).toMatchObject({ ok: true, value: { items } });
  });

  test("reports a reply that is invalid at its top level", async () => {
    const { listUsers } = client(() => Response.json(null));
    expect(await listUsers(ZONE, {})).toMatchObject({
      error: { message: "The API's reply cannot be read at its top." },
    });
  });

  test("refuses a reply with another zone", async () => {
    const { retrieveZone } = client(() => Response.json({ id: "z2" }));
    expect(await retrieveZone(ZONE)).toMatchObject({ error: WRONG });
  });
});

describe("errors of the API", () => {
  type Client = ReturnType<typeof client>;
  test.each<[string, (api: Client) => Promise<unknown>]>([
    ["retrieveUser", (api) => api.retrieveUser(ZONE, ADA)],
    ["listUsers", (api) => api.listUsers(ZONE, {})],
    ["listZones", (api) => api.listZones()],
    ["retrieveZone", (api) => api.retrieveZone(ZONE)],
    ["listSessions", (api) => api.listSessions(ZONE, ADA)],
    ["listGrants", (api) => api.listGrants(ZONE, ADA)],
    ["listNamed", (api) => api.listNamed(ZONE, "groups", ["g1"])],
    ["retrieveNamed", (api) => api.retrieveNamed(ZONE, "providers", "p1")],
  ])("%s returns them", async (_, call) => {
    const api = client(() => Response.json({ message: "Words." }, { status: 404 }));
    expect(await call(api)).toEqual({
      ok: false,
      error: { why: "notFound", status: 404, message: "Words." },
    });
  });

  test("refuses a page that no list has before anything is sent", async () => {
    const { listZones, listUsers, calls } = client(() => Response.json(empty));
    const refused = { error: { why: "badRequest" } };
    expect(await listZones({ limit: 101 })).toMatchObject(refused);
    expect(await listUsers(ZONE, { limit: 101 })).toMatchObject(refused);
    expect(calls).toEqual([]);
  });

  test("sends no request without a token if its renewal fails", async () => {
    const { retrieveUser, calls } = client((call, before) => {
      if (before === 0) return Response.json({ access_token: "t0" });
      return new Response("", { status: isExchange(call) ? 403 : 401 });
    }, ACCOUNT);
    expect(await retrieveUser(ZONE, ADA)).toMatchObject({ error: { why: "keyRefused" } });
    expect(calls.map(({ method }) => method)).toEqual(["POST", "GET", "POST"]);
  });
});

describe("temporary failures", () => {
  test("are retried twice, after Retry-After", async () => {
    const { retrieveUser, calls, slept } = client((_, before) =>
      before < 2
        ? new Response("", { status: 429, headers: { "retry-after": "2" } })
        : Response.json({ id: ADA }),
    );
    expect(await retrieveUser(ZONE, ADA)).toEqual(ok({ id: ADA }));
    expect(calls).toHaveLength(3);
    expect(slept).toEqual([2_000, 2_000]);
  });

  test("with a Retry-After of a minute are returned, not waited for", async () => {
    const { retrieveUser, calls } = client(
      () => new Response("", { status: 429, headers: { "retry-after": "60" } }),
    );
    expect(await retrieveUser(ZONE, ADA)).toMatchObject({
      error: { why: "limited", retryAfterMs: 60_000 },
    });
    expect(calls).toHaveLength(1);
  });
});

describe("aborting", () => {
  /** Makes a call, and aborts it when the request numbered `last` has been sent, which is never answered. */
  async function abortedAt(last: number, credential: Credential) {
    const stop = new AbortController();
    const { retrieveUser, calls } = client((call, before) => {
      if (before === last) {
        queueMicrotask(() => stop.abort());
        return hanging(call);
      }
      return isExchange(call)
        ? Response.json({ access_token: "t" })
        : new Response("", { status: 401 });
    }, credential);
    const result = await retrieveUser(ZONE, ADA, { signal: stop.signal });
    return { result, sent: calls.map(({ method }) => method) };
  }

  test.each<[string, number, Credential, string[]]>([
    ["a request", 0, KEY, ["GET"]],
    ["an exchange", 0, ACCOUNT, ["POST"]],
    ["a token renewal", 2, ACCOUNT, ["POST", "GET", "POST"]],
  ])("ends %s", async (_, last, credential, sent) => {
    expect(await abortedAt(last, credential)).toMatchObject({
      result: { error: { why: "aborted" } },
      sent,
    });
  });

  test("ends a back-off", async () => {
    const stop = new AbortController();
    const forever = () => {
      queueMicrotask(() => stop.abort());
      return new Promise<void>(() => {});
    };
    const { retrieveUser, calls } = client(() => new Response("", { status: 503 }), KEY, {
      sleep: forever,
    });
    const result = await retrieveUser(ZONE, ADA, { signal: stop.signal });
    expect(result).toMatchObject({ error: { why: "aborted" } });
    expect(calls).toHaveLength(1);
  });
});

describe("the list of direct roles", () => {
  const role = { role_identifier: "admin", principal_id: ADA };
  const reply = (...items: object[]) => ({ ...empty, items });
  const list = (body: object) => client(() => Response.json(body));

  test("contains everything that was granted to one user, on one page", async () => {
    const { listDirectRoles, calls } = list(reply(role, { role_identifier: "auditor" }));
    expect(await listDirectRoles(ZONE, ADA)).toEqual(
      ok(
        ["admin", "auditor"].map((name) => ({
          role_identifier: name,
          source: "user",
          scope: null,
        })),
      ),
    );
    expect(calls.map(({ url }) => url.pathname + url.search)).toEqual([
      `/zones/z1/users/${ADA}/roles?limit=100`,
    ]);
  });

  test("is refused if it is someone else's, continues, or can't be parsed in full: an incomplete list would be wrong", async () => {
    const further = { ...reply(role), pagination: { after_cursor: "next" } };
    for (const body of [
      reply(role, { ...role, principal_id: "another" }),
      further,
      { ...reply(role), pagination: { total_count: 2 } },
      reply(role, {}),
    ])
      expect(await list(body).listDirectRoles(ZONE, ADA)).toMatchObject({
        ok: false,
        error: { why: "invalidReply" },
      });
  });
});

test("groups have the identifiers of their roles, or none: an incomplete list counts as none", async () => {
  const items = [
    { id: "g1", name: "Staff", roles: ["agent"] },
    { id: "g2", roles: ["agent", 7] },
    { id: "g3" },
    { name: "no ID" },
  ];
  const { listGroupRoles, calls } = client(() => Response.json({ items }));
  const groups = await listGroupRoles(ZONE, { limit: 100, after: "next" });
  expect(groups).toMatchObject({ ok: true, value: { unread: 1 } });
  expect(groups.ok && groups.value.items.map(({ id, roles }) => [id, roles])).toEqual([
    ["g1", ["agent"]],
    ["g2", undefined],
    ["g3", undefined],
  ]);
  expect(calls.map(({ url }) => decodeURIComponent(url.pathname + url.search))).toEqual([
    "/zones/z1/groups?expand[]=roles&limit=100&after=next",
  ]);
});

describe("a 401", () => {
  test("for an API key is returned at once", async () => {
    const { retrieveUser, calls } = client(() =>
      Response.json({ message: "Revoked." }, { status: 401 }),
    );
    expect(await retrieveUser(ZONE, ADA)).toMatchObject({
      error: { why: "keyRefused", status: 401, message: "Revoked." },
    });
    expect(calls).toHaveLength(1);
  });

  test("for an exchanged token leads to one more exchange and one more request", async () => {
    const { retrieveUser, calls } = client((call, before) => {
      if (isExchange(call)) return Response.json({ access_token: `t${before}` });
      return call.headers.get("authorization") === "Bearer t0"
        ? new Response("", { status: 401 })
        : Response.json({ id: ADA });
    }, ACCOUNT);
    expect(await retrieveUser(ZONE, ADA)).toEqual(ok({ id: ADA }));
    expect(calls.map(({ method }) => method)).toEqual(["POST", "GET", "POST", "GET"]);
  });

  test.each([200, 403, 404])("a %i has no such effect: the token stays in use", async (status) => {
    const { retrieveUser, calls } = client(
      (call) =>
        Response.json(isExchange(call) ? { access_token: "t" } : { id: ADA }, {
          status: isExchange(call) ? 200 : status,
        }),
      ACCOUNT,
    );
    await retrieveUser(ZONE, ADA);
    await retrieveUser(ZONE, ADA);
    expect(calls.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
  });

  test("for every token is returned after the second one", async () => {
    const { retrieveUser, calls } = client(
      (call) =>
        isExchange(call) ? Response.json({ access_token: "t" }) : new Response("", { status: 401 }),
      ACCOUNT,
    );
    expect(await retrieveUser(ZONE, ADA)).toMatchObject({ error: { why: "keyRefused" } });
    expect(calls.map(({ method }) => method)).toEqual(["POST", "GET", "POST", "GET"]);
  });

  test("for the exchange itself: no user is requested", async () => {
    const { retrieveUser, calls } = client(() => new Response("", { status: 401 }), ACCOUNT);
    expect(await retrieveUser(ZONE, ADA)).toMatchObject({ error: { why: "keyRefused" } });
    expect(calls.map(({ method }) => method)).toEqual(["POST"]);
  });
});

describe("an API that echoes everything it received", () => {
  const echo = (filler: string, status: number) => (call: Call) => {
    const [scheme = "", sent = ""] = call.headers.get("authorization")?.split(" ") ?? [];
    const decoded = scheme === "Basic" ? atob(sent) : sent;
    const words = `${filler}${scheme} ${sent} ${decoded}`;
    const body = { message: words, code: decoded, error: words };
    return Response.json(body, { status, statusText: decoded });
  };
  const filler = fc.string({ maxLength: 320 });
  const status = fc.constantFrom(400, 401, 403, 404, 418, 429, 500);
  const basic = btoa("c1:s3cret-0123456789");

  test.each<[string, Credential, string[], boolean]>([
    ["API key", KEY, ["kc_live_0123456789"], false],
    ["client secret", ACCOUNT, ["s3cret-0123456789", basic], false],
    ["exchanged token", ACCOUNT, ["tok-0123456789"], true],
  ])("no error repeats the %s", async (_, credential, secrets, exchanges) => {
    await fc.assert(
      fc.asyncProperty(filler, status, async (words, code) => {
        const { retrieveUser } = client((call) => {
          if (exchanges && isExchange(call)) return Response.json({ access_token: secrets[0] });
          return echo(words, code)(call);
        }, credential);
        const result = await retrieveUser(ZONE, ADA);
        expect(result.ok).toBe(false);
        for (const secret of secrets) expect(JSON.stringify(result)).not.toContain(secret);
      }),
      { numRuns: 40 },
    );
  });
});
