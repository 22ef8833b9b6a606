import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { roleList, summaryLine } from "../../components/user/summary-line.ts";
import { noRolesOf } from "../../components/user/user-words.ts";
import { createAnswerCache } from "../../lib/directory/answer-cache.ts";
import { createDirectory } from "../../lib/directory/directory.ts";
import { createRolesReader } from "../../lib/directory/read-roles.ts";
import { ASKED_MEMORY_MS, createStepDown } from "../../lib/directory/step-down.ts";
import { stopOnRefusal } from "../../lib/directory/traffic/stop-on-refusal.ts";
import type { Traffic } from "../../lib/directory/traffic/traffic.ts";
import { type Depth, withRoles } from "../../lib/directory/with-roles.ts";
import { createZoneMemory } from "../../lib/directory/zone-memory.ts";
import { fakeApi, still } from "../../lib/keycard/fake-api.ts";
import { createBearer, createKeycardClient, type User, zoneId } from "../../lib/keycard/index.ts";
import { CACHE_STALE_MS } from "../../lib/limits.ts";
import { memoryArea } from "../../lib/memory-area.ts";
import type { Query } from "../../lib/query.ts";
import { API_KEYS } from "../../sandbox/credentials.ts";
import {
  DOCUMENTED,
  DOCUMENTED_STRICT,
  LEGACY,
  SPRING,
  SPRING_STRICT,
  TODAY,
  TODAY_OLD_LIST,
  TODAY_STRICT,
} from "../../sandbox/generation-zones.ts";
import { casesOf } from "../../sandbox/people.ts";
import { createSandbox, DEFAULT_OPTIONS } from "../../sandbox/state.ts";
import { useSandbox } from "../../sandbox/test-client.ts";
import { LARGE_LEGACY, SMALL_LEGACY, type ZoneSettings } from "../../sandbox/zones.ts";
import { slices } from "../harness/slices.ts";

const MINUTE = 60_000;

const served = useSandbox();

/** What is shown about a user's roles: that there are none, in the summary's words, or else each with its origin. */
const partOf = (user: User) =>
  noRolesOf(user) === undefined
    ? roleList(user)
    : summaryLine(user)
        .split(" · ")
        .find((part) => part.includes("roles"));

/** The first one alone, as all others depend on it, then eight at a time: each lookup waits for a batch to fill. */
async function eachOf120(check: (n: number) => Promise<void>): Promise<void> {
  const [first = 0, ...others] = Array(120).keys();
  await check(first);
  for (const some of slices(others, 8)) await Promise.all(some.map(check));
}

/** Paths below a zone, without the person's ID. */
const pathOf = (url: URL) =>
  url.pathname.replace(/^\/zones\/[^/]+\//, "").replace(/^users\/[^/]+/, "user");

/**
 * The directory of a zone of the sandbox, with the requests it makes.
 *
 * @param refusal the status that replaces the sandbox's 400
 */
function setUp(zone: ZoneSettings, bad: (url: URL) => boolean = () => false, refusal = 400) {
  const api = fakeApi(async ({ url, headers }) => {
    if (bad(url)) return Response.json({}, { status: 400 });
    const reply = await fetch(served.url() + url.pathname + url.search, { headers });
    return reply.status === 400 ? new Response(await reply.text(), { status: refusal }) : reply;
  });
  const clock = { now: 1_000_000 };
  const parts = { ...still(), now: () => clock.now, fetch: api.fetch };
  const credential = { kind: "api-key", key: API_KEYS.generations } as const;
  const client = createKeycardClient({ ...parts, bearer: createBearer({ ...parts, credential }) });
  const { now } = parts;
  const life = new AbortController().signal;
  const keeping = { area: memoryArea(), scope: "scope", keepMs: CACHE_STALE_MS, now, life };
  const unstopped: Traffic = {
    run: (call) => call(),
    mayRetry: async () => true,
    observe: () => undefined,
  };
  const traffic = stopOnRefusal(unstopped, now);
  /** As seen by a worker that has just started. */
  const open = (stepDown = createStepDown(keeping)) =>
    createDirectory({
      client,
      zone: zoneId(zone.id),
      traffic,
      memory: createZoneMemory(keeping),
      cache: createAnswerCache(keeping),
      stepDown,
      now,
    });
  const stepDown = createStepDown(keeping);
  const directory = open(stepDown);
  /** What is shown about someone's roles, or the state of the answer. */
  async function rolesSaid(query: Query, by = directory): Promise<string | undefined> {
    const answer = await by.lookUp(query);
    return answer.state === "found" ? partOf(answer.users[0]) : answer.state;
  }
  const reader = createRolesReader({
    client,
    zone: zoneId(zone.id),
    traffic: unstopped,
    stepDown,
    keepMs: CACHE_STALE_MS,
    now,
  });
  /** The same, once what the answer leaves open has been read after it. */
  async function rolesBehind(query: Query, depth: Depth): Promise<string | undefined> {
    const answer = await directory.lookUp(query);
    api.calls.splice(0);
    const options = { fresh: false, isPrivate: false };
    const fuller = (await withRoles(answer, depth, reader, options)) ?? answer;
    return fuller.state === "found" ? partOf(fuller.users[0]) : fuller.state;
  }
  /** Requests since the last call. */
  const asked = () => api.calls.splice(0).length;
  /** The same, by path. */
  const askedPaths = () => api.calls.splice(0).map(({ url }) => pathOf(url));
  const population = createSandbox(DEFAULT_OPTIONS).zones.get(zone.id)?.population;
  const { area } = keeping;
  return { directory, open, rolesSaid, rolesBehind, asked, askedPaths, clock, population, area };
}

const email = (value: string): Query => ({ kind: "email", value });
const id = (value: string): Query => ({ kind: "id", value });

const COUNTED =
  "support-agent (via group Support agents, zone), knowledge-editor (via group Support agents, zone), billing-viewer";
const BY_OWNER = "admin (platform role, direct, zone), admin (customer role, direct, zone)";
const UNSAID = "support-agent (zone), knowledge-editor (zone), billing-viewer";
const NOT_REPORTED = "roles not reported";

/** Nora has roles only through groups, Lena none at all, and Otto only direct ones. */
describe.each<[string, ZoneSettings, Record<"nora" | "lena" | "otto", string>, number]>([
  ["Legacy", LEGACY, { nora: NOT_REPORTED, lena: NOT_REPORTED, otto: NOT_REPORTED }, 1],
  ["Spring", SPRING, { nora: NOT_REPORTED, lena: NOT_REPORTED, otto: NOT_REPORTED }, 1],
  [
    "Spring, strict",
    SPRING_STRICT,
    { nora: NOT_REPORTED, lena: NOT_REPORTED, otto: NOT_REPORTED },
    3,
  ],
  [
    "Documented",
    DOCUMENTED,
    { nora: UNSAID, lena: "no direct roles", otto: "admin (zone), admin (zone)" },
    1,
  ],
  [
    "Documented, strict",
    DOCUMENTED_STRICT,
    { nora: UNSAID, lena: "no direct roles", otto: "admin (zone), admin (zone)" },
    2,
  ],
  ["Today", TODAY, { nora: COUNTED, lena: "no roles", otto: BY_OWNER }, 1],
  ["Today, strict", TODAY_STRICT, { nora: COUNTED, lena: "no roles", otto: BY_OWNER }, 1],
])("%s", (_, zone, sentences, first) => {
  const cases = casesOf(zone.id);

  test("says about roles what its generation can know", async () => {
    const { rolesSaid } = setUp(zone);
    for (const who of ["nora", "lena", "otto"] as const) {
      const by = (query: Query) => rolesSaid(query);
      expect(await by(email(cases[who].email))).toMatch(startOf(sentences[who]));
      expect(await by(id(cases[who].id))).toMatch(startOf(sentences[who]));
    }
  });

  test("only the first lookup tries the steps, in any worker", async () => {
    const { rolesSaid, open, asked, clock } = setUp(zone);
    await rolesSaid(id(cases.nora.id));
    expect(asked()).toBe(first);
    await rolesSaid(email(cases.lena.email));
    // In a legacy zone the first 100 are known by then, and any address is requested.
    expect(asked()).toBe(1);
    await rolesSaid(email(cases.otto.email), open());
    expect(asked()).toBe(1);
    clock.now += ASKED_MEMORY_MS - 1;
    await rolesSaid(email(cases.petra.email), open());
    expect(asked()).toBe(1);
    clock.now += 1;
    await rolesSaid(email(cases.kay.email), open());
    expect(asked()).toBe(first);
  });

  test("simultaneous lookups try the steps once", async () => {
    const { directory, asked } = setUp(zone);
    const addresses = Array.from({ length: 101 }, (_, n) => email(`n${n}@example.com`));
    await Promise.all(addresses.map((query) => directory.lookUp(query, { priority: "bulk" })));
    // Three calls with up to 50 addresses each, for two lookups; in a legacy zone the first answer can save some.
    const requests = asked();
    if (zone === LEGACY) expect(requests).toBeLessThanOrEqual(6);
    else expect(requests).toBe(first - 1 + 6);
  });

  test("someone with roles is never said to have none", async () => {
    const { directory, population } = setUp(zone);
    expect(population?.count).toBe(120);
    await eachOf120(async (n) => {
      const record = population?.user(n);
      const answer = await directory.lookUp(id(record?.id ?? ""));
      // Beyond the first 100 of a legacy zone `retrieve` answers.
      if (answer.state !== "found") throw new Error(`${n} is ${answer.state}`);
      const said = noRolesOf(answer.users[0]);
      if (record?.role_assignments?.length) expect(said).not.toBe("noRoles");
      if (zone === TODAY || zone === TODAY_STRICT)
        expect(said).toBe(record?.role_assignments?.length ? undefined : noneOf(record));
    });
  });
});

function noneOf(record: { role_assignments?: readonly unknown[] | null | undefined } | undefined) {
  return (record?.role_assignments ?? undefined) === undefined ? "rolesNotReported" : "noRoles";
}

const startOf = (text: string) => new RegExp(`^${text.replaceAll(/[()[\]]/g, String.raw`\$&`)}`);

/** Requests for one lookup of each kind, after the cost of the first lookup in a zone. See docs/certainty.md. */
describe("requests for one lookup", () => {
  type Row = Record<"id" | "email" | "subject" | "identifier", [found: number, absent: number]>;
  const known: Row = { id: [1, 2], email: [1, 2], subject: [1, 1], identifier: [1, 1] };
  const older: Row = known;
  const newest: Row = { ...known, subject: [1, 2] };

  test.each<[string, ZoneSettings, Row]>([
    ["Legacy, over 100 users", LEGACY, { ...known, id: [0, 1], email: [1, 1] }],
    [
      "Legacy, fewer",
      SMALL_LEGACY,
      { id: [0, 0], email: [0, 0], subject: [0, 0], identifier: [0, 0] },
    ],
    ["Spring", SPRING, older],
    ["Spring, strict", SPRING_STRICT, older],
    ["Documented", DOCUMENTED, older],
    ["Documented, strict", DOCUMENTED_STRICT, older],
    ["Today", TODAY, newest],
    ["Today, strict", TODAY_STRICT, newest],
    ["Today, old list", TODAY_OLD_LIST, { ...known, id: [0, 1], email: [1, 1] }],
  ])("%s", async (_, zone, row) => {
    const { directory, asked, population } = setUp(zone);
    // The first ones show the zone's generation, and what it does with filters.
    await directory.lookUp(id("first-nobody"));
    await directory.lookUp(email("first@example.com"));
    await directory.lookUp({ kind: "subject", value: "first|subject" });
    await directory.lookUp({ kind: "identifier", value: "first-identifier" });
    asked();
    const somebody = (n: number) => population?.user(n);
    const queries: Record<keyof Row, [Query, Query]> = {
      id: [id(somebody(10)?.id ?? ""), id("n0b0dyhasth1s1d7k2m9q4x1v8")],
      email: [email(somebody(11)?.email ?? ""), email("nobody-2@example.com")],
      subject: [
        { kind: "subject", value: somebody(12)?.subject ?? "" },
        { kind: "subject", value: "auth0|nobody-2" },
      ],
      identifier: [
        { kind: "identifier", value: somebody(13)?.identifier ?? "" },
        { kind: "identifier", value: "nobody-2" },
      ],
    };
    const cost: Partial<Row> = {};
    for (const kind of ["id", "email", "subject", "identifier"] as const) {
      const [there, absent] = queries[kind];
      expect((await directory.lookUp(there)).state).toBe("found");
      const found = asked();
      const { state } = await directory.lookUp(absent);
      expect(state).not.toBe("found");
      cost[kind] = [found, asked()];
    }
    expect(cost).toEqual(row);
  });

  test.each([TODAY, TODAY_STRICT])("$name distinguishes identifiers by case", async (zone) => {
    const { directory } = setUp(zone);
    for (const who of ["erin", "ezra"] as const) {
      const value = who === "erin" ? "E-1042" : "e-1042";
      expect(await directory.lookUp({ kind: "identifier", value })).toMatchObject({
        state: "found",
        users: [{ id: casesOf(zone.id)[who].id }],
      });
      expect(await directory.search(value)).toMatchObject({
        users: [{ id: casesOf(zone.id)[who].id }],
      });
    }
  });

  test.each([SPRING, DOCUMENTED_STRICT])("$name denies no identifier", async (zone) => {
    const { directory } = setUp(zone);
    expect(await directory.lookUp({ kind: "identifier", value: "nobody" })).toMatchObject({
      state: "inconclusive",
      doubt: "not-askable",
    });
  });

  test.each([SPRING, DOCUMENTED, TODAY])(
    "$name finds someone whose address is written differently",
    async (zone) => {
      const { directory } = setUp(zone);
      const cases = casesOf(zone.id);
      for (const [query, who] of [
        [email("jos\u00e9@example.com"), cases.decomposed],
        [email("ren\u0065\u0301@example.com"), cases.composed],
        [email("kontakt@xn--grn-ioa.example"), cases.unicode],
        [{ kind: "subject", value: "6ba7b810-9dad-41d1-80b4-00c04fd430c8" }, cases.capitals],
      ] as const)
        expect(await directory.lookUp(query)).toMatchObject({ users: [{ id: who.id }] });
    },
  );
});

test("for one user of a strict zone, the list's step is tried first", async () => {
  const { directory, asked } = setUp(SPRING_STRICT);
  // Three steps for the list, and one plain request for each ID that it doesn't show.
  expect((await directory.lookUp(id("nobody1"))).state).toBe("absent");
  expect(asked()).toBe(4);
  expect((await directory.lookUp(id("nobody2"))).state).toBe("absent");
  expect(asked()).toBe(2);
});

test("if only a single user's record has roles, they are part of that answer", async () => {
  const { rolesSaid, population } = setUp(LARGE_LEGACY);
  const [listed, beyond] = [population?.user(5), population?.user(120)];
  expect(await rolesSaid(email(listed?.email ?? ""))).toBe(NOT_REPORTED);
  expect(await rolesSaid(id(beyond?.id ?? ""))).toMatch(/^([\w-]+ \(|no direct roles)/);
});

describe("roles that the list doesn't report are read after the answer", () => {
  test("in one request at a glance, if the user's own record has them", async () => {
    const { rolesBehind, rolesSaid, asked } = setUp(LARGE_LEGACY);
    const nora = email(casesOf(LARGE_LEGACY.id).nora.email);
    expect(await rolesSaid(nora)).toBe(NOT_REPORTED);
    expect(await rolesBehind(nora, "glance")).toMatch(startOf(UNSAID));
    expect(asked()).toBe(1);
    // Cached.
    expect(await rolesBehind(nora, "detail")).toMatch(startOf(UNSAID));
    expect(asked()).toBe(0);
  });

  test.each<[string, ZoneSettings, number[]]>([
    // There is no list of direct grants; the plain record isn't requested.
    ["a strict zone of spring", SPRING_STRICT, [1, 0, 0]],
    // Two people's records are requested, and neither has roles.
    ["a zone that ignores parameters", LEGACY, [2, 1, 0]],
    // Nothing is left open.
    ["today's", TODAY, [0, 0, 0]],
  ])("and stay open after a few requests if nothing has them: %s", async (_, zone, requests) => {
    const { rolesBehind, rolesSaid, asked } = setUp(zone);
    const cases = casesOf(zone.id);
    for (const [n, who] of (["nora", "otto", "petra"] as const).entries()) {
      const query = id(cases[who].id);
      const said = await rolesBehind(query, "detail");
      expect(asked()).toBe(requests[n]);
      expect(said).toBe(await rolesSaid(query));
    }
  });
});

describe("where only the list is older", () => {
  const { nora, lena, otto, ilya, samir } = casesOf(TODAY_OLD_LIST.id);

  test("a single user's record has all roles, in one request at a glance", async () => {
    const { rolesBehind, askedPaths } = setUp(TODAY_OLD_LIST);
    expect(await rolesBehind(id(nora.id), "glance")).toMatch(startOf(COUNTED));
    expect(askedPaths()).toEqual(["user"]);
    expect(await rolesBehind(email(lena.email), "glance")).toBe("no roles");
    expect(await rolesBehind(email(otto.email), "glance")).toBe(BY_OWNER);
  });

  test("someone beyond the first 100 is found by identifier, if the list applies only that filter", async () => {
    const { directory, population } = setUp(TODAY_OLD_LIST);
    const beyond = population?.user(110);
    for (const value of [beyond?.identifier ?? "", "E-1042"])
      expect(await directory.lookUp({ kind: "identifier", value })).toMatchObject({
        state: "found",
      });
    expect(await directory.lookUp({ kind: "identifier", value: "nobody" })).toMatchObject({
      state: "absent",
    });
    expect(await directory.lookUp(email(beyond?.email ?? ""))).toMatchObject({ state: "found" });
    expect((await directory.lookUp(email("nobody@example.com"))).state).not.toBe("found");
  });

  describe("and that record has groups, but no roles", () => {
    const path = `/__zones/${TODAY_OLD_LIST.id}`;
    beforeEach(() => served.control(path, { retrieveExpands: "groups" }));
    afterEach(async () => {
      await served.control("/__zones", undefined, "DELETE");
      await served.control("/__faults", undefined, "DELETE");
    });

    const BY_GROUPS =
      "support-agent (via group Support agents, scope not reported), knowledge-editor (via group Support agents, scope not reported), billing-viewer";

    test("roles are gathered from direct grants and from the groups' roles, whose list is read once", async () => {
      const { rolesBehind, askedPaths } = setUp(TODAY_OLD_LIST);
      expect(await rolesBehind(id(nora.id), "detail")).toMatch(startOf(BY_GROUPS));
      expect(askedPaths()).toEqual(["user", "user/roles", "groups"]);
      expect(await rolesBehind(id(lena.id), "detail")).toBe("no roles");
      expect(await rolesBehind(id(otto.id), "detail")).toBe(BY_OWNER);
      askedPaths();
      expect(await rolesBehind(id(ilya.id), "detail")).toMatch(
        startOf(
          "support-agent (customer role, direct, zone), auditor (direct, zone), support-agent (via group",
        ),
      );
      expect(await rolesBehind(id(samir.id), "detail")).toContain("via group On-call engineers");
      expect(askedPaths()).toEqual(["user", "user/roles"]);
    });

    test("at a glance, only direct roles are said once it's known that one request can't get more", async () => {
      const { rolesBehind, askedPaths } = setUp(TODAY_OLD_LIST);
      expect(await rolesBehind(id(nora.id), "glance")).toBe(NOT_REPORTED);
      expect(await rolesBehind(id(lena.id), "glance")).toBe(NOT_REPORTED);
      expect(await rolesBehind(id(nora.id), "glance")).toBe("no direct roles");
      expect(askedPaths()).toEqual(["user/roles"]);
      expect(await rolesBehind(id(nora.id), "detail")).toMatch(startOf(BY_GROUPS));
    });

    test.each([403, 404, 400])(
      "a %i to the list of groups is cached, and no roles are denied",
      async (status) => {
        await served.control("/__faults", {
          match: `GET /zones/${TODAY_OLD_LIST.id}/groups`,
          times: null,
          status,
        });
        const { rolesBehind, askedPaths } = setUp(TODAY_OLD_LIST);
        expect(await rolesBehind(id(nora.id), "detail")).toBe("no direct roles");
        expect(askedPaths()).toEqual(["user", "user/roles", "groups"]);
        expect(await rolesBehind(id(samir.id), "detail")).toBe("no direct roles");
        expect(askedPaths()).toEqual(["user", "user/roles"]);
      },
    );

    test("someone with roles is never said to have none", async () => {
      const { directory, rolesBehind, population } = setUp(TODAY_OLD_LIST);
      await eachOf120(async (n) => {
        const record = population?.user(n);
        const query = id(record?.id ?? "");
        expect((await directory.lookUp(query)).state).toBe("found");
        const said = await rolesBehind(query, "detail");
        if (record?.role_assignments?.length) expect(said).not.toMatch(/\broles\b/);
        else expect(said).toBe(noneOf(record) === "noRoles" ? "no roles" : said);
      });
    });
  });
});

test.each([414, 422])("a deployment that refuses with %d is asked for less too", async (status) => {
  const { nora } = casesOf(DOCUMENTED_STRICT.id);
  const { rolesSaid, asked } = setUp(DOCUMENTED_STRICT, undefined, status);
  expect(await rolesSaid(id(nora.id))).toMatch(startOf(UNSAID));
  expect(asked()).toBe(2);
});

describe("a 400 for another reason", () => {
  const isBad = (url: URL) => url.href.includes("badid");

  test("is a failure after all steps, and isn't learned from", async () => {
    const { directory, asked, area } = setUp(TODAY_STRICT, isBad);
    expect(await directory.lookUp(id("badid1"))).toMatchObject({
      state: "failed",
      failure: { why: "badRequest", status: 400 },
    });
    // Four for the list, three for the one user.
    expect(asked()).toBe(7);
    expect(area.all()).toEqual({});
  });

  test("is an immediate failure for each way to ask if the newest has worked before", async () => {
    const { directory, rolesSaid, asked, clock } = setUp(TODAY_STRICT, isBad);
    const { nora } = casesOf(TODAY_STRICT.id);
    await rolesSaid(email(nora.email));
    expect(asked()).toBe(1);
    await directory.lookUp(email("badid@example.com"));
    expect(asked()).toBe(2);
    clock.now += 2 * MINUTE;
    await directory.lookUp(email("badid2@example.com"));
    expect(asked()).toBe(2);
    expect(await rolesSaid(id(nora.id))).toMatch(startOf(COUNTED));
  });
});

test("a retry sends a smaller request to a zone that was set back meanwhile", async () => {
  const refusing = { isSetBack: false };
  const { directory, rolesSaid, asked } = setUp(
    TODAY_STRICT,
    (url) => refusing.isSetBack && url.searchParams.has("role_source"),
  );
  const { nora, lena } = casesOf(TODAY_STRICT.id);
  await rolesSaid(email(lena.email));
  refusing.isSetBack = true;
  expect((await directory.lookUp(email(nora.email))).state).toBe("failed");
  asked();
  const answer = await directory.lookUp(email(nora.email), { fresh: true });
  expect(asked()).toBe(2);
  // It is of today's generation all the same, but groups weren't counted.
  expect(answer).toMatchObject({ state: "found", users: [{ external: false }] });
  expect(answer.state === "found" && noRolesOf(answer.users[0])).toBe("noDirectRoles");
  expect(await rolesSaid(email(casesOf(TODAY_STRICT.id).dana.email))).toBe("no direct roles");
});
