import { expect, test } from "vitest";
import { type Grant, type KeycardClient, type Session, userId, zoneId } from "../keycard/index.ts";
import { fakeZone } from "./fake-zone.ts";
import { createInspector } from "./inspector.ts";

const ADA = "ab3def8hij2klm9opq5rst7uvw";
const NOW = 1_000;

interface Replies {
  sessions?: { items: Session[]; after?: string; unread?: number }[];
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
      const { items, after, unread = 0 } = sessions[calls.length - 1] ?? { items: [] };
      return { ok: true as const, value: { ...page, items, after, unread } };
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

test("nobody else's sessions, and none that has ended, whatever the list shows", async () => {
  const items = [
    session("own"),
    session("foreign", { user_id: "somebody-else" }),
    session("ended", { status: "expired" }),
    { id: "unknown", user_id: ADA },
  ];
  const { sessions } = inspector({ sessions: [{ items }] });
  expect(await sessions(ADA)).toEqual({
    state: "listed",
    items: [items[0], items[3]],
    partial: false,
    asOf: NOW,
  });
});

test("follows the pages, takes each session once, and says when it stops before the end", async () => {
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
    [ADA, { limit: 100 }],
    [ADA, { limit: 100, after: "c1" }],
    [ADA, { limit: 100, after: "c2" }],
  ]);
});

test.each<[string, Session[], boolean]>([
  ["a full page of everybody's is cut", [session("a"), ...many(99, { user_id: "other" })], true],
  ["a full page of the person's own is not", many(100), false],
  ["a page of everybody's with room in it is not", many(99, { user_id: "other" }), false],
])("%s", async (_, items, partial) => {
  const { sessions } = inspector({ sessions: [{ items }] });
  expect(await sessions(ADA)).toMatchObject({ partial });
});

test("a list with something that cannot be read is not said to be all", async () => {
  const { sessions } = inspector({
    sessions: [{ items: [], unread: 1, after: "c1" }, { items: [] }],
  });
  expect(await sessions(ADA)).toMatchObject({ items: [], partial: true });
});

test("grants of every status", async () => {
  const items: Grant[] = [
    { id: "g1", user_id: ADA, status: "revoked" },
    { id: "g2", user_id: "other" },
  ];
  const { grants } = inspector({ grants: items });
  expect(await grants(ADA)).toMatchObject({ items: [items[0]] });
});

test("a person waits for them", async () => {
  const { sessions, grants, priorities } = inspector({});
  await sessions(ADA);
  await grants(ADA);
  expect(priorities).toEqual(["person", "person"]);
});

test("what cannot be read says why, and when to ask again", async () => {
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
