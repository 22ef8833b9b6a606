import { expect, test } from "vitest";
import {
  type Grant,
  type KeycardClient,
  type KeycardError,
  type Session,
  userId,
  zoneId,
} from "../keycard/index.ts";
import { fakeZone } from "./fake-zone.ts";
import { createInspector } from "./inspector.ts";

const ADA = "ab3def8hij2klm9opq5rst7uvw";
const NOW = 1_000;

interface Replies {
  sessions?: { items: Session[]; after?: string; unread?: number; totalCount?: number }[];
  grants?: Grant[];
}

function inspector({ sessions = [], grants = [] }: Replies) {
  const calls: unknown[] = [];
  const priorities: string[] = [];
  const page = { unread: 0, before: undefined, totalCount: undefined };
  const client: KeycardClient = {
    ...fakeZone([]).client,
    async listSessions(_, owner, params) {
      calls.push([owner, params]);
      const { items, after, ...told } = sessions[calls.length - 1] ?? { items: [] };
      return { ok: true as const, value: { ...page, items, after, ...told } };
    },
    listGrants: async () => ({
      ok: true as const,
      value: { ...page, items: grants, after: undefined },
    }),
  };
  const made = createInspector({
    client,
    zone: zoneId("zone"),
    traffic: {
      run(call, { priority }) {
        priorities.push(priority);
        return call();
      },
    },
    now: () => NOW,
    listedZones: () => [],
  });
  return { ...made, client, calls, priorities };
}

const session = (id: string, own: Partial<Session> = {}): Session => ({
  id,
  user_id: userId(ADA),
  status: "active",
  ...own,
});
const many = (count: number, own: Partial<Session> = {}) =>
  Array.from({ length: count }, (_, n) => session(`s${n}`, own));

test("lists only the person's active sessions, whatever the list returns", async () => {
  const items = [
    session("own"),
    session("foreign", { user_id: "somebody-else" }),
    session("ended", { status: "expired" }),
    { id: "unknown", user_id: ADA },
    session("application's", { session_type: "application" }),
  ];
  const { sessions } = inspector({ sessions: [{ items }] });
  expect(await sessions(ADA)).toEqual({
    state: "listed",
    items: [items[0], items[3]],
    partial: false,
    unread: 0,
    asOf: NOW,
  });
});

test.each(["idle", "Suspended"])(
  "neither lists nor rules out a session that is %s",
  async (status) => {
    const { sessions } = inspector({ sessions: [{ items: [session("a", { status })] }] });
    expect(await sessions(ADA)).toMatchObject({ items: [], unread: 1, partial: false });
  },
);

test("ignores the case of a session's status", async () => {
  const items = [session("a", { status: "ACTIVE" }), session("b", { status: "Expired" })];
  const { sessions } = inspector({ sessions: [{ items }] });
  expect(await sessions(ADA)).toMatchObject({ items: [items[0]], unread: 0 });
});

test("a list that counts more than it has returned is incomplete", async () => {
  const { sessions } = inspector({ sessions: [{ items: [], totalCount: 2 }] });
  expect(await sessions(ADA)).toMatchObject({ items: [], partial: true });
  const paged = inspector({
    sessions: [
      { items: [session("a")], after: "c1", totalCount: 2 },
      { items: [session("b")], totalCount: 2 },
    ],
  });
  expect(await paged.sessions(ADA)).toMatchObject({ partial: false });
  const unparsed = inspector({ sessions: [{ items: [session("a")], unread: 1, totalCount: 2 }] });
  expect(await unparsed.sessions(ADA)).toMatchObject({ unread: 1, partial: false });
});

test("reads all pages, takes each session once, and says if it stops before the end", async () => {
  const { sessions, calls } = inspector({
    sessions: [
      { items: [session("a")], after: "c1" },
      { items: [session("a"), session("b")], after: "c2" },
      { items: [session("c")], after: "c3" },
      { items: [session("d")] },
    ],
  });
  const read = await sessions(ADA);
  expect(read).toMatchObject({ partial: true });
  expect(read.state === "listed" && read.items.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(calls).toEqual([
    [ADA, { limit: 100, type: "user" }],
    [ADA, { limit: 100, after: "c1", type: "user" }],
    [ADA, { limit: 100, after: "c2", type: "user" }],
  ]);
});

test.each<[string, Session[], boolean, number?]>([
  [
    "a full page with other people's sessions is truncated",
    [session("a"), ...many(99, { user_id: "other" })],
    true,
  ],
  [
    "a page that is full with one that can't be parsed is truncated too",
    many(99, { user_id: "other" }),
    true,
    1,
  ],
  ["a full page of the person's own isn't", many(100), false],
  [
    "a full page of applications, which belong to no user, is truncated",
    Array.from({ length: 100 }, (_, n) => ({ id: `s${n}`, session_type: "application" })),
    true,
  ],
  [
    "a full page of the person's ended sessions is truncated",
    many(100, { status: "expired" }),
    true,
  ],
  ["a page of other people's with room for more isn't", many(99, { user_id: "other" }), false],
])("%s", async (_, items, partial, unread = 0) => {
  const { sessions } = inspector({ sessions: [{ items, unread }] });
  expect(await sessions(ADA)).toMatchObject({ partial });
});

test("counts items that can't be parsed if they may be the person's", async () => {
  const items: Session[] = [
    session("a"),
    // Without an ID, without an owner, and without both.
    { user_id: ADA, session_type: "user" },
    { id: "b", status: "active" },
    {},
    // Someone else's, an application's, and an ended one.
    { user_id: "somebody-else" },
    { id: "c", session_type: "application" },
    { user_id: ADA, status: "revoked" },
  ];
  const { sessions } = inspector({
    sessions: [
      { items, unread: 1, after: "c1" },
      { items: [], unread: 2 },
    ],
  });
  expect(await sessions(ADA)).toMatchObject({ items: [items[0]], unread: 6, partial: false });
});

test("asks to leave out sessions of applications, unless the API refuses the parameter", async () => {
  const { sessions, calls, client } = inspector({ sessions: [] });
  const { listSessions } = client;
  let refused: KeycardError = { why: "badRequest", status: 400, message: "session_type?" };
  client.listSessions = async (zone, owner, params, options) => {
    const reply = await listSessions(zone, owner, params, options);
    return params?.type ? { ok: false, error: refused } : reply;
  };
  expect(await sessions(ADA)).toMatchObject({ state: "listed" });
  expect(calls.splice(0)).toEqual([
    [ADA, { limit: 100, type: "user" }],
    [ADA, { limit: 100 }],
  ]);
  refused = { why: "forbidden", status: 403, message: "no" };
  expect(await sessions(ADA)).toMatchObject({ state: "failed", failure: { why: "forbidden" } });
  expect(calls).toHaveLength(1);
});

test("lists grants of every status", async () => {
  const items: Grant[] = [
    { id: "g1", user_id: ADA, status: "revoked" },
    { id: "g2", user_id: "other" },
  ];
  const { grants } = inspector({ grants: items });
  expect(await grants(ADA)).toMatchObject({ items: [items[0]] });
});

test("has the priority of a person who waits", async () => {
  const { sessions, grants, priorities } = inspector({});
  await sessions(ADA);
  await grants(ADA);
  expect(priorities).toEqual(["person", "person"]);
});

test("says why something can't be read, and when to retry", async () => {
  const { sessions, client } = inspector({});
  client.listSessions = async () => ({
    ok: false as const,
    error: { why: "limited", status: 429, message: "slow down", retryAfterMs: 500 },
  });
  expect(await sessions(ADA)).toMatchObject({
    state: "failed",
    failure: { why: "limited", retryAt: NOW + 500 },
  });
});
