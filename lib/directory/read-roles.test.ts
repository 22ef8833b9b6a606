import { describe, expect, test } from "vitest";
import {
  type Ask,
  type GivingGroup,
  type KeycardClient,
  type Result,
  type RoleAssignment,
  type User,
  userId,
  zoneId,
} from "../keycard/index.ts";
import { CACHE_FRESH_MS, CACHE_STALE_MS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import { fakeZone, OPEN, person } from "./fake-zone.ts";
import { createRolesReader, SOURCE_MEMORY_MS } from "./read-roles.ts";
import { createStepDown, type StepDown } from "./step-down.ts";

const AGENT: RoleAssignment = { role_identifier: "agent", scope: null };

type Refused = Result<never> & { ok: false };
const refused = (why: "forbidden" | "notFound" | "network"): Refused => ({
  ok: false,
  error: (why === "forbidden"
    ? { why, status: 403, message: "" }
    : why === "notFound"
      ? { why, status: 404, message: "" }
      : { why, message: "" }) as Refused["error"],
});

interface Asked {
  requests?: number;
  fresh?: boolean;
  isPrivate?: boolean;
  signal?: AbortSignal;
  /** The groups that the answer reports. */
  groups?: { id: string }[];
}

interface Zone {
  /** What the record of the one user reports. */
  record?: Partial<User> | Refused;
  /** What the list of direct grants reports. */
  direct?: RoleAssignment[] | Refused;
  /** What the list of groups reports. */
  groups?: GivingGroup[] | Refused;
  /** How much `retrieve` supports. */
  ask?: Ask;
  /** Determines that instead. */
  stepDown?: StepDown;
  /** How long people can be cached, ms. */
  keepMs?: number;
}

function reader(zone: Zone) {
  const calls: string[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const priorities = new Set<string>();
  const clock = { now: 1_000 };
  const client: KeycardClient = {
    ...fakeZone([]).client,
    async retrieveUser(_, id, { ask, signal } = {}) {
      calls.push(`retrieve ${id} ${ask}`);
      signals.push(signal);
      const { record = {} } = zone;
      return "ok" in record ? (record as Refused) : { ok: true, value: { ...record, id } };
    },
    async listDirectRoles(_, id, { signal } = {}) {
      calls.push(`direct ${id}`);
      signals.push(signal);
      const { direct = refused("notFound") } = zone;
      return Array.isArray(direct) ? { ok: true, value: direct } : direct;
    },
    async listGroupRoles() {
      calls.push("groups");
      const { groups = refused("notFound") } = zone;
      const page = { after: undefined, before: undefined, unread: 0, totalCount: undefined };
      return Array.isArray(groups) ? { ok: true, value: { items: groups, ...page } } : groups;
    },
  };
  const stepDown: StepDown = zone.stepDown ?? ((_kind, call) => call(zone.ask ?? "today"));
  const roles = createRolesReader({
    client,
    zone: zoneId("zone"),
    traffic: {
      ...OPEN,
      run(call, { priority }) {
        priorities.add(priority);
        return call();
      },
    },
    stepDown,
    keepMs: zone.keepMs ?? CACHE_STALE_MS,
    now: () => clock.now,
  });
  return {
    zone,
    clock,
    signals,
    priorities,
    read: (n: number, { groups, ...more }: Asked = {}) =>
      roles.read(
        { id: userId(`user${n}`), groups },
        { requests: 2, fresh: false, isPrivate: false, ...more },
      ),
    /** The calls since the last read. */
    asked: () => calls.splice(0),
  };
}

const ALL = { role_assignments: [AGENT], rolesCounted: "all", groups: [] } as const;

test("reads the record of the one user first, which reports roles through groups too", async () => {
  const { read, asked, priorities } = reader({
    record: { ...person(1), ...ALL, role_assignments: [AGENT], groups: [] },
  });
  expect(await read(1, { requests: 1 })).toStrictEqual(ALL);
  expect(asked()).toEqual(["retrieve user1 today"]);
  // A person who waits for an answer has priority.
  expect([...priorities]).toEqual(["bulk"]);
});

test("cancels its requests when the caller leaves", async () => {
  const { read, signals } = reader({ direct: [AGENT] });
  const { signal } = new AbortController();
  await read(1, { signal });
  expect(signals).toHaveLength(2);
  for (const one of signals) expect(one).toBe(signal);
});

test("returns an empty list with what proves it, or without proof as it is", async () => {
  const { read, zone } = reader({ record: { role_assignments: [], rolesCounted: "all" } });
  expect(await read(1)).toStrictEqual({ role_assignments: [], rolesCounted: "all" });
  zone.record = { role_assignments: [] };
  expect(await read(2)).toStrictEqual({ role_assignments: [] });
});

describe("if the record doesn't report roles", () => {
  test("reads the list of direct grants if two requests are allowed", async () => {
    const { read, asked } = reader({ direct: [AGENT] });
    expect(await read(1, { requests: 1 })).toBeUndefined();
    expect(asked()).toEqual(["retrieve user1 today"]);
    expect(await read(1)).toStrictEqual({ role_assignments: [AGENT], rolesCounted: "direct" });
    expect(asked()).toEqual(["retrieve user1 today", "direct user1"]);
  });

  test("stops asking after two people without them, so that one request is enough for the next", async () => {
    const { read, asked, clock } = reader({ direct: [AGENT] });
    await read(1, { requests: 1 });
    await read(1, { requests: 1 });
    expect(asked()).toHaveLength(2);
    await read(2, { requests: 1 });
    asked();
    expect(await read(3, { requests: 1 })).toMatchObject({ rolesCounted: "direct" });
    expect(asked()).toEqual(["direct user3"]);
    clock.now += SOURCE_MEMORY_MS - 1;
    await read(4);
    expect(asked()).toEqual(["direct user4"]);
    clock.now += 1;
    await read(5, { requests: 1 });
    expect(asked()).toEqual(["retrieve user5 today"]);
  });

  test("keeps asking after one without them, if another has them", async () => {
    const { read, asked, zone } = reader({ record: { role_assignments: [AGENT] } });
    await read(1);
    zone.record = {};
    await read(2, { requests: 1 });
    await read(3, { requests: 1 });
    await read(4, { requests: 1 });
    expect(asked().at(-1)).toBe("retrieve user4 today");
  });

  test.each(["counted", "plain"] as const)(
    "doesn't ask a zone that supports only %s for what it can't report",
    async (ask) => {
      const { read, asked } = reader({ ask, record: ALL as never, direct: [AGENT] });
      expect(await read(1, { requests: 1 })).toMatchObject({ rolesCounted: "direct" });
      expect(asked()).toEqual(["direct user1"]);
    },
  );
});

test("what isn't sent to an older zone teaches nothing about it", async () => {
  const area = memoryArea();
  const life = new AbortController().signal;
  const stepDown = createStepDown({ area, scope: "scope", now: () => 1_000, life });
  await stepDown(
    "list",
    async (ask): Promise<Result<Ask>> =>
      ask === "plain"
        ? { ok: true, value: ask }
        : { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } },
    { priority: "person", fresh: false, isPrivate: false },
  );
  const known = structuredClone(area.all());
  const { read, asked } = reader({ stepDown, direct: [AGENT] });
  expect(await read(1, { requests: 1 })).toMatchObject({ rolesCounted: "direct" });
  expect(asked()).toEqual(["direct user1"]);
  expect(area.all()).toEqual(known);
});

describe("a source that is closed isn't tried again for a while", () => {
  test.each(["forbidden", "notFound"] as const)("the list of direct grants: %s", async (why) => {
    const { read, asked, clock } = reader({ ask: "plain", direct: refused(why) });
    expect(await read(1)).toBeUndefined();
    expect(await read(2)).toBeUndefined();
    expect(asked()).toEqual(["direct user1"]);
    clock.now += SOURCE_MEMORY_MS;
    await read(3);
    expect(asked()).toEqual(["direct user3"]);
  });

  test("the record, for a key that can't read it", async () => {
    const { read, asked } = reader({ record: refused("forbidden"), direct: [AGENT] });
    await read(1);
    await read(2);
    expect(asked()).toEqual(["retrieve user1 today", "direct user1", "direct user2"]);
  });

  test("but not because of a deleted user or a failure", async () => {
    const { read, asked, zone } = reader({ record: refused("notFound"), direct: [AGENT] });
    expect(await read(1)).toBeUndefined();
    expect(asked()).toEqual(["retrieve user1 today"]);
    zone.record = refused("network");
    zone.direct = refused("network");
    await read(2);
    expect(await read(2)).toBeUndefined();
    expect(asked()).toHaveLength(4);
  });
});

describe("roles through groups are added to direct roles", () => {
  const STAFF = { id: "staff", name: "Staff" };
  const GUESTS = { id: "guests", name: "Guests" };
  const EDITOR: RoleAssignment = { role_identifier: "editor", source: "group", group_id: "staff" };
  const inStaff = { record: { groups: [STAFF] }, direct: [AGENT] };
  const staff = { id: "staff", roles: ["editor"] };

  test("from groups that the answer reports, with one list for everyone", async () => {
    const { read, asked } = reader({ ask: "plain", direct: [AGENT], groups: [staff] });
    const groups = [STAFF];
    expect(await read(1, { groups, requests: 1 })).toStrictEqual({
      role_assignments: [AGENT, EDITOR],
      rolesCounted: "gathered",
    });
    expect(asked()).toEqual(["direct user1", "groups"]);
    await read(2, { groups, requests: 1 });
    expect(asked()).toEqual(["direct user2"]);
  });

  test("from groups that the record reports, if two requests are allowed", async () => {
    const { read, asked } = reader({ ...inStaff, groups: [staff] });
    expect(await read(1, { requests: 1 })).toBeUndefined();
    asked();
    expect(await read(1)).toStrictEqual({
      role_assignments: [AGENT, EDITOR],
      rolesCounted: "gathered",
      groups: [STAFF],
    });
    expect(asked()).toEqual(["retrieve user1 today", "direct user1", "groups"]);
  });

  test("for that, the record is still requested for the details, but not at a glance", async () => {
    const { read, asked } = reader({ ...inStaff, groups: [staff] });
    await read(1);
    await read(2);
    asked();
    expect(await read(3, { requests: 1 })).toStrictEqual({
      role_assignments: [AGENT],
      rolesCounted: "direct",
    });
    expect(asked()).toEqual(["direct user3"]);
    // The result at a glance is enough for another glance, but isn't taken for all roles.
    await read(3, { requests: 1 });
    expect(asked()).toEqual([]);
    expect(await read(3)).toMatchObject({ rolesCounted: "gathered" });
    expect(asked()).toEqual(["retrieve user3 today", "direct user3"]);
    expect(await read(3)).toMatchObject({ rolesCounted: "gathered" });
    expect(asked()).toEqual([]);
  });

  test("the record isn't requested for groups that the answer reports", async () => {
    const { read, asked } = reader({ ...inStaff, groups: [staff] });
    await read(1);
    await read(2);
    asked();
    await read(3, { groups: [STAFF] });
    expect(asked()).toEqual(["direct user3"]);
  });

  test.each<[string, Zone]>([
    ["if no source reports the person's groups", { ask: "plain", direct: [AGENT] }],
    ["if the person's groups are known, but not their roles", { ...inStaff, groups: [] }],
  ])("direct roles are kept too %s", async (_, zone) => {
    const { read, asked } = reader(zone);
    expect(await read(1)).toMatchObject({ rolesCounted: "direct" });
    asked();
    expect(await read(1)).toMatchObject({ rolesCounted: "direct" });
    expect(asked()).toEqual([]);
  });

  test("what the record reports is kept, even if it doesn't report the groups as for others", async () => {
    const { read, asked, zone } = reader(inStaff);
    await read(1);
    zone.record = { role_assignments: [AGENT], rolesCounted: "all" };
    await read(2);
    asked();
    expect(await read(2)).toMatchObject({ rolesCounted: "all" });
    expect(asked()).toEqual([]);
  });

  test("a user in no group has only direct roles, and no groups are requested", async () => {
    const { read, asked } = reader({ record: { groups: [] }, direct: [] });
    expect(await read(1)).toStrictEqual({
      role_assignments: [],
      rolesCounted: "gathered",
      groups: [],
    });
    expect(asked()).toEqual(["retrieve user1 today", "direct user1"]);
  });

  test.each<[string, GivingGroup[] | Refused]>([
    ["one of them isn't in the list", [staff]],
    ["one of them comes without its roles", [staff, { id: "guests" }]],
  ])("proves nothing if %s", async (_, groups) => {
    const { read } = reader({ ask: "plain", direct: [], groups });
    expect(await read(1, { groups: [STAFF, GUESTS] })).toStrictEqual({
      role_assignments: [EDITOR],
      rolesCounted: "direct",
    });
  });

  test("adds nothing to roles that may already include those through groups", async () => {
    const { read, asked } = reader({ record: { role_assignments: [AGENT], groups: [STAFF] } });
    expect(await read(1)).toStrictEqual({ role_assignments: [AGENT], groups: [STAFF] });
    expect(asked()).toEqual(["retrieve user1 today"]);
    const counted = reader({ record: { role_assignments: [AGENT], rolesCounted: "all" } });
    expect(await counted.read(1, { groups: [STAFF] })).toStrictEqual({
      role_assignments: [AGENT],
      rolesCounted: "all",
    });
    expect(counted.asked()).toEqual(["retrieve user1 today"]);
  });

  test("a record that can't be read any more isn't requested for groups either", async () => {
    const { read, asked, zone } = reader({ ...inStaff, groups: [staff] });
    await read(1);
    zone.record = refused("forbidden");
    await read(2);
    asked();
    expect(await read(3)).toMatchObject({ rolesCounted: "direct" });
    expect(asked()).toEqual(["direct user3"]);
  });
});

test("keeps the result as long as a fresh answer, but not from private windows, and Refresh bypasses it", async () => {
  const { read, asked, clock } = reader({ record: { role_assignments: [AGENT] } });
  await read(1, { isPrivate: true });
  await read(1);
  expect(asked()).toHaveLength(2);
  clock.now += CACHE_FRESH_MS - 1;
  expect(await read(1)).toStrictEqual({ role_assignments: [AGENT] });
  expect(asked()).toEqual([]);
  await read(1, { fresh: true });
  expect(asked()).toHaveLength(1);
  clock.now += CACHE_FRESH_MS;
  await read(1);
  expect(asked()).toHaveLength(1);
});

test("keeps nothing if an organization doesn't allow caching", async () => {
  const { read, asked } = reader({ record: { role_assignments: [AGENT] }, keepMs: 0 });
  await read(1);
  await read(1);
  expect(asked()).toHaveLength(2);
});

test("keeps neither roles nor a closed source after the clock was set back", async () => {
  const { read, asked, clock, zone } = reader({ record: { role_assignments: [AGENT] } });
  await read(1);
  clock.now -= 1;
  await read(1);
  expect(asked()).toHaveLength(2);
  zone.record = refused("forbidden");
  await read(2, { requests: 1 });
  clock.now -= 1;
  await read(2, { requests: 1 });
  expect(asked()).toEqual(["retrieve user2 today", "retrieve user2 today"]);
});
