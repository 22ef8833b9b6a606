import { expect, test } from "vitest";
import type { Session, User } from "../keycard/index.ts";
import type { Answer } from "./answer.ts";
import type { Belongings } from "./belongings.ts";
import { person } from "./fake-zone.ts";
import { SESSIONS_READ_MAX, withSessions } from "./with-sessions.ts";

const OPEN: Partial<User> = { status: "disabled", session_count: 3 };

const found = (...[first = person(1, OPEN), ...others]: User[]): Answer => ({
  state: "found",
  users: [first, ...others],
  asOf: 5,
});

const listed = (count: number, missing = {}): Belongings<Session> => ({
  state: "listed",
  items: Array.from({ length: count }, (_, n) => ({ id: `s${n}`, user_id: "user1" }) as never),
  asOf: 6,
  partial: false,
  unread: 0,
  ...missing,
});

function reading(sessions: (owner: string) => Belongings<Session> = () => listed(1)) {
  const asked: string[] = [];
  return {
    asked,
    read: async (owner: string) => {
      asked.push(owner);
      return sessions(owner);
    },
  };
}

test.each([0, 1, 3])("of somebody disabled, %i sessions are noted as active", async (count) => {
  const { read } = reading(() => listed(count));
  expect(await withSessions(found(), read)).toEqual(
    found(person(1, { ...OPEN, activeSessions: count })),
  );
});

test.each<[string, Answer]>([
  ["is active", found(person(1, { status: "active", session_count: 3 }))],
  ["has a status that is not known here", found(person(1, { status: "held", session_count: 3 }))],
  ["has none by the record", found(person(1, { status: "disabled", session_count: 0 }))],
  ["has none reported", found(person(1, { status: "disabled" }))],
  ["has them noted already", found(person(1, { ...OPEN, activeSessions: 0 }))],
  ["is absent", { state: "absent", asOf: 0 }],
])("nothing is asked of somebody who %s", async (_, answer) => {
  const { asked, read } = reading();
  expect(await withSessions(answer, read)).toBeUndefined();
  expect(asked).toEqual([]);
});

test.each<[string, Belongings<Session>]>([
  ["goes on", listed(2, { partial: true })],
  ["holds what cannot be read", listed(2, { unread: 1 })],
  ["cannot be read", { state: "failed", failure: { why: "forbidden" } }],
])("a list that %s proves nothing", async (_, sessions) => {
  expect(await withSessions(found(), reading(() => sessions).read)).toBeUndefined();
});

test("of several, each who may have some is asked for, and no more than there is room for", async () => {
  const { asked, read } = reading((owner) => listed(1, { unread: owner === "user1" ? 1 : 0 }));
  const several = found(person(1, OPEN), person(2), person(3, OPEN));
  expect(await withSessions(several, read)).toEqual(
    found(person(1, OPEN), person(2), person(3, { ...OPEN, activeSessions: 1 })),
  );
  expect(asked).toEqual(["user1", "user3"]);
  const many = reading();
  await withSessions(found(...Array.from({ length: 30 }, (_, n) => person(n, OPEN))), many.read);
  expect(many.asked).toHaveLength(SESSIONS_READ_MAX);
});
