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

test.each([0, 1, 3])("notes %i sessions of a disabled user as active", async (count) => {
  const { read } = reading(() => listed(count));
  expect(await withSessions(found(), read)).toEqual(
    found(person(1, { ...OPEN, activeSessions: count })),
  );
});

test.each<[string, Answer]>([
  ["is active", found(person(1, { status: "active", session_count: 3 }))],
  ["has an unknown status", found(person(1, { status: "held", session_count: 3 }))],
  ["has none according to the record", found(person(1, { status: "disabled", session_count: 0 }))],
  ["has none reported", found(person(1, { status: "disabled" }))],
  ["already has the number", found(person(1, { ...OPEN, activeSessions: 0 }))],
  ["is absent", { state: "absent", asOf: 0 }],
])("requests nothing for someone who %s", async (_, answer) => {
  const { asked, read } = reading();
  expect(await withSessions(answer, read)).toBeUndefined();
  expect(asked).toEqual([]);
});

test.each<[string, Belongings<Session>]>([
  ["continues", listed(2, { partial: true })],
  ["contains an item that can't be parsed", listed(2, { unread: 1 })],
  ["can't be read", { state: "failed", failure: { why: "forbidden" } }],
])("a list that %s proves nothing", async (_, sessions) => {
  expect(await withSessions(found(), reading(() => sessions).read)).toBeUndefined();
});

test("of several, requests it for each who may have some, up to a limit", async () => {
  const { asked, read } = reading((owner) => listed(1, { unread: owner === "user1" ? 1 : 0 }));
  const several = found(person(1, OPEN), person(2), person(3, OPEN));
  expect(await withSessions(several, read)).toStrictEqual(
    found(person(1, OPEN), person(2), person(3, { ...OPEN, activeSessions: 1 })),
  );
  expect(asked).toEqual(["user1", "user3"]);
  const many = reading();
  await withSessions(found(...Array.from({ length: 30 }, (_, n) => person(n, OPEN))), many.read);
  expect(many.asked).toHaveLength(SESSIONS_READ_MAX);
});
