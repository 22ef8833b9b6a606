import { expect, test } from "vitest";
import type { GivingGroup, KeycardError, Page, Result } from "../keycard/index.ts";
import { zoneId } from "../keycard/index.ts";
import { CACHE_FRESH_MS } from "../limits.ts";
import { fakeZone, OPEN } from "./fake-zone.ts";
import { createGroupRoles, GROUP_PAGES_MAX, GROUPS_REFUSED_MS } from "./group-roles.ts";

type Reply = Result<Page<GivingGroup>>;

const page = (items: GivingGroup[], after?: string): Reply => ({
  ok: true,
  value: { items, after, before: undefined, unread: 0, totalCount: undefined },
});
const failed = (why: string): Reply => ({
  ok: false,
  error: { why, message: "" } as unknown as KeycardError,
});

const STAFF = { id: "staff", roles: ["agent", "editor"] };
const OF_STAFF = STAFF.roles.map((role_identifier) => ({
  role_identifier,
  source: "group",
  group_id: "staff",
}));

function setUp(answer: (after: string | undefined) => Reply | Promise<Reply>) {
  const asked: (string | undefined)[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const clock = { now: 1_000 };
  const read = createGroupRoles({
    client: {
      ...fakeZone([]).client,
      async listGroupRoles(_, { after } = {}, { signal } = {}) {
        asked.push(after);
        signals.push(signal);
        return answer(after);
      },
    },
    zone: zoneId("zone"),
    traffic: OPEN,
    now: () => clock.now,
  });
  return {
    clock,
    signals,
    asked: () => asked.splice(0),
    read: (more: { fresh?: boolean; signal?: AbortSignal } = {}) =>
      read({ priority: "bulk", isPrivate: false, fresh: false, ...more }),
  };
}

test("reads each group's roles from all pages; a group without them isn't known", async () => {
  const { read, asked } = setUp((after) =>
    after === undefined
      ? page([STAFF, { id: "mute" }], "next")
      : page([{ id: "guests", roles: [] }]),
  );
  expect([...(await read())]).toEqual([
    ["staff", OF_STAFF],
    ["guests", []],
  ]);
  expect(asked()).toEqual([undefined, "next"]);
});

test("reads the list once for everyone, and again when it is old or on Refresh", async () => {
  const { read, asked, clock } = setUp(() => page([STAFF]));
  await Promise.all([read(), read()]);
  clock.now += CACHE_FRESH_MS - 1;
  await read();
  expect(asked()).toHaveLength(1);
  await read({ fresh: true });
  expect(asked()).toHaveLength(1);
  clock.now += CACHE_FRESH_MS;
  await read();
  expect(asked()).toHaveLength(1);
});

test.each(["forbidden", "notFound", "badRequest"])("remembers a refusal: %s", async (why) => {
  const { read, asked, clock } = setUp(() => failed(why));
  expect([...(await read())]).toEqual([]);
  clock.now += GROUPS_REFUSED_MS - 1;
  await read();
  expect(asked()).toHaveLength(1);
  clock.now += 1;
  await read();
  expect(asked()).toHaveLength(1);
});

test("after another failure, keeps what was read, as long as a complete list", async () => {
  const { read, asked, clock } = setUp((after) =>
    after === undefined ? page([STAFF], "next") : failed("server"),
  );
  expect([...(await read()).keys()]).toEqual(["staff"]);
  expect([...(await read()).keys()]).toEqual(["staff"]);
  expect(asked()).toHaveLength(2);
  clock.now += CACHE_FRESH_MS;
  await read();
  expect(asked()).toHaveLength(2);
});

test.each([
  ["never ends", (n: number) => `next${n}`, GROUP_PAGES_MAX],
  ["repeats its cursor", () => "same", 2],
])("stops reading a list that %s", async (_, cursor, requests) => {
  let n = 0;
  const { read, asked } = setUp(() => page([], cursor(n++)));
  await read();
  expect(asked()).toHaveLength(requests);
});

test("returns nothing to a caller that has left, aborts the request, and keeps nothing", async () => {
  const leaving = new AbortController();
  const { read, asked, signals } = setUp(async () => {
    await Promise.resolve();
    leaving.abort();
    return page([STAFF]);
  });
  expect([...(await read({ signal: leaving.signal }))]).toEqual([]);
  expect(signals[0]?.aborted).toBe(true);
  expect([...(await read()).keys()]).toEqual(["staff"]);
  expect(asked()).toHaveLength(2);
});
