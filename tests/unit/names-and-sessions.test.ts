import { describe, expect, test } from "vitest";
import { createInspector } from "../../lib/directory/inspector.ts";
import type { Thing } from "../../lib/directory/thing.ts";
import { thingsOf } from "../../lib/directory/things-of.ts";
import { fakeApi, still } from "../../lib/keycard/fake-api.ts";
import { createBearer, createKeycardClient, type User, zoneId } from "../../lib/keycard/index.ts";
import { API_KEYS } from "../../sandbox/credentials.ts";
import {
  DOCUMENTED,
  DOCUMENTED_STRICT,
  GENERATION_ZONES,
  LEGACY,
  SPRING,
  SPRING_STRICT,
  TODAY,
  TODAY_OLD_LIST,
  TODAY_STRICT,
} from "../../sandbox/generation-zones.ts";
import { casesOf } from "../../sandbox/people.ts";
import { groupsOf } from "../../sandbox/population/groups.ts";
import {
  applicationsOf,
  providersOf,
  resourcesOf,
  userAgentsOf,
} from "../../sandbox/population/neighbors.ts";
import { rolesOf } from "../../sandbox/population/roles.ts";
import { createSandbox, DEFAULT_OPTIONS } from "../../sandbox/state.ts";
import { useSandbox } from "../../sandbox/test-client.ts";
import { ACME, type ZoneSettings } from "../../sandbox/zones.ts";

const served = useSandbox();

/** The inspector of a zone of the sandbox, with the paths that it requests. */
function setUp(zone: ZoneSettings, key: string = API_KEYS.generations) {
  const api = fakeApi(({ url, headers }) =>
    fetch(served.url() + url.pathname + url.search, { headers }),
  );
  const parts = { ...still(), fetch: api.fetch };
  const credential = { kind: "api-key", key } as const;
  const client = createKeycardClient({ ...parts, bearer: createBearer({ ...parts, credential }) });
  const inspector = createInspector({
    client,
    zone: zoneId(zone.id),
    traffic: { run: (call) => call() },
    now: () => 0,
    listedZones: () => [],
  });
  /** Requests since the last call, without the zone's own path. */
  const asked = () =>
    api.calls.splice(0).map(({ url }) => url.pathname.slice(`/zones/${zone.id}/`.length));
  const names = (things: readonly Thing[]) =>
    inspector.names.of(things, { isPrivate: false, again: false });
  return { ...inspector, names, asked };
}

const things = (kind: Thing["kind"], all: readonly { id: string }[]): Thing[] =>
  all.map(({ id }) => ({ kind, id }));

/** The cost of reading a zone's providers: how many requests four of them need, and three further ones. */
const COSTS: [ZoneSettings, first: number, next: number][] = [
  // Its list ignores filter[id], and shows all of them.
  [LEGACY, 1, 0],
  [SPRING, 1, 0],
  // 400, then one by one.
  [SPRING_STRICT, 5, 3],
  [DOCUMENTED, 1, 0],
  [DOCUMENTED_STRICT, 5, 3],
  [TODAY, 1, 1],
  [TODAY_STRICT, 1, 1],
  [TODAY_OLD_LIST, 1, 1],
];

test("every generation's zone is tested", () => {
  expect(COSTS.map(([zone]) => zone.name)).toEqual(GENERATION_ZONES.map(({ name }) => name));
});

describe.each(COSTS)("$name", (zone, first, next) => {
  const cases = casesOf(zone.id);
  const providers = providersOf(zone.id);

  test("names providers with as few requests as possible, and once", async () => {
    const { names, asked } = setUp(zone);
    const [some, others] = [
      things("providers", providers).slice(0, 4),
      things("providers", providers).slice(4),
    ];
    const called = await names(some);
    expect(called.map(({ name }) => name)).toEqual(providers.slice(0, 4).map(({ name }) => name));
    expect(asked()).toHaveLength(first);
    expect((await names(others)).map(({ name }) => name)).toEqual(
      providers.slice(4).map(({ name }) => name),
    );
    expect(asked()).toHaveLength(next);
    await names(things("providers", providers));
    expect(asked()).toEqual([]);
  });

  test("names one provider with one request, and gives a deleted one no other name", async () => {
    const { names, asked } = setUp(zone);
    const [provider] = things("providers", providers);
    if (!provider) throw new Error("no provider");
    expect(await names([provider])).toMatchObject([{ name: "Acme Identity" }]);
    expect(await names([{ ...provider, id: "deleted" }])).toEqual([
      { kind: "providers", id: "deleted", why: "zoneNotFound" },
    ]);
    expect(asked()).toHaveLength(2);
  });

  test.each([
    ["applications", applicationsOf(zone.id)],
    ["resources", resourcesOf(zone.id)],
    ["user-agents", userAgentsOf(zone.id)],
  ] as const)("names its %s", async (kind, all) => {
    const { names } = setUp(zone);
    const called = await names(things(kind, all));
    expect(called.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
  });

  test("names groups and describes roles, if it has them", async () => {
    const { names, asked } = setUp(zone);
    const has = [TODAY, TODAY_STRICT, TODAY_OLD_LIST].includes(zone);
    const groups = await names(things("groups", groupsOf(zone.id)));
    expect(groups.map(({ name }) => name)).toEqual(
      groupsOf(zone.id).map(({ name }) => (has ? name : undefined)),
    );
    asked();
    const roles = await names(things("roles", rolesOf(zone.id)));
    expect(roles.map(({ description }) => description)).toEqual(
      rolesOf(zone.id).map(({ description }) => (has ? (description ?? undefined) : undefined)),
    );
    expect(asked()).toEqual(["roles"]);
  });

  test("lists sessions, counts unreadable ones, and names what they are in", async () => {
    const { sessions, names } = setUp(zone);
    const read = async (who: keyof typeof cases) => {
      const listed = await sessions(cases[who].id);
      if (listed.state !== "listed") throw new Error(listed.failure.why);
      return listed;
    };
    expect(await read("ivan")).toMatchObject({ items: [{}], unread: 1, partial: false });
    expect(await read("odd")).toMatchObject({ items: [{}, {}], unread: 1, partial: false });
    expect(await read("bao")).toMatchObject({ unread: 0, partial: false });
    expect(await read("lena")).toMatchObject({ items: [], unread: 0, partial: false });
    const noor = await read("noor");
    const agents = noor.items.flatMap(({ user_agent_id: id }) =>
      id === undefined ? [] : [{ kind: "user-agents", id } as const],
    );
    const called = await names(agents);
    expect(called.map(({ name }) => name)).toEqual(
      noor.items.flatMap(({ user_agent_id, metadata }) => (user_agent_id ? [metadata?.name] : [])),
    );
  });

  test("lists grants, and which of them are renewed", async () => {
    const { grants } = setUp(zone);
    const rosa = await grants(cases.rosa.id);
    if (rosa.state !== "listed") throw new Error(rosa.failure.why);
    const renewing = rosa.items.map((one) => [
      one.refresh_token_set,
      one.refreshed_at !== undefined,
    ]);
    expect(renewing).toEqual([
      [true, true],
      [true, true],
      [false, false],
      [true, true],
    ]);
  });
});

test("in a zone of today, everyone's provider costs one request besides their records", async () => {
  const { names, asked } = setUp(TODAY);
  const { population } = createSandbox(DEFAULT_OPTIONS).zones.get(TODAY.id) ?? {};
  const users = Array.from({ length: 120 }, (_, n) => {
    const { id, provider_id } = population?.user(n) ?? {};
    return { id, provider_id } as User;
  });
  const called = await names(thingsOf(users, { zoneId: undefined, roles: false }));
  expect(called.length).toBeGreaterThan(2);
  expect(asked()).toEqual(["providers"]);
});

test("a key that can read only users is told so once, and requests no name twice", async () => {
  const { names, sessions, asked } = setUp(ACME, API_KEYS.usersOnly);
  const providers = things("providers", providersOf(ACME.id));
  expect(new Set((await names(providers)).map(({ why }) => why))).toEqual(new Set(["forbidden"]));
  await names(providers);
  expect(asked()).toEqual(["providers"]);
  expect(await sessions("anybody")).toMatchObject({ failure: { why: "forbidden" } });
});
