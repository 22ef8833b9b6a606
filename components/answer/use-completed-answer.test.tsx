// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, InZone } from "../../lib/directory/answer.ts";
import type { ReadRoles } from "../../lib/directory/role-sources.ts";
import { GROUPS_PER_MESSAGE } from "../../lib/limits.ts";
import { absent, ada, bare, bob, found, zone } from "../testing/sample-users.ts";
import { clear, settle, show } from "../testing/test-page.ts";
import { useCompletedAnswer } from "./use-completed-answer.ts";

afterEach(clear);

const AGENT: ReadRoles = {
  role_assignments: [{ role_identifier: "agent", scope: null }],
  rolesCounted: "direct",
};

type RolesAsked = Parameters<BackgroundApi["inspectRoles"]>[0];
type SessionsAsked = Parameters<BackgroundApi["inspectSessions"]>[0];
let asked: (RolesAsked & { answer: (roles?: ReadRoles) => void; fail: () => void })[];
let sessionsAsked: (SessionsAsked & { answer: (count: number) => void; fail: () => void })[];
let seen: InZone<Answer> | undefined;

beforeEach(() => {
  asked = [];
  sessionsAsked = [];
});

const inspectRoles: BackgroundApi["inspectRoles"] = (params) =>
  new Promise((answer, fail) =>
    asked.push({ ...params, answer, fail: () => fail(new Error("gone")) }),
  );

const inspectSessions: BackgroundApi["inspectSessions"] = (params) =>
  new Promise((resolve, fail) =>
    sessionsAsked.push({
      ...params,
      answer: (count) =>
        resolve({
          state: "listed",
          items: Array.from(
            { length: count },
            (_, n) => ({ id: `s${n}`, user_id: params.owner }) as never,
          ),
          partial: false,
          unread: 0,
          asOf: 0,
        }),
      fail: () => fail(new Error("gone")),
    }),
  );

function Probe({ answer, turn = 0 }: { answer: InZone<Answer> | undefined; turn?: number }) {
  seen = useCompletedAnswer(answer, { inspectRoles, inspectSessions }, turn);
  return null;
}

const inZone = (answer: Answer): InZone<Answer> => ({ ...answer, zone });

it("reads roles that an answer doesn't report, without delaying the answer", async () => {
  const answer = inZone(found(bare, ada));
  await show(<Probe answer={answer} />);
  expect(seen).toBe(answer);
  expect(asked).toMatchObject([{ owner: bare.id, zoneId: zone.id, fresh: false }]);
  asked[0]?.answer(AGENT);
  await settle();
  expect(seen).toEqual({ ...answer, users: [{ ...bare, ...AGENT }, ada] });
});

it("reads no roles if they are reported, no one was found, or the zone is unknown", async () => {
  for (const answer of [undefined, inZone(found(ada)), inZone(absent), found(bare)])
    await show(<Probe answer={answer} />);
  expect(asked).toEqual([]);
});

it("says which groups the person is in, unless there are very many", async () => {
  const groups = Array.from({ length: GROUPS_PER_MESSAGE }, (_, n) => ({ id: `group${n}` }));
  const many = { ...bare, id: ada.id, groups: [...groups, { id: "one-more" }] };
  await show(<Probe answer={inZone(found({ ...bare, groups }, many))} />);
  expect(asked[0]?.groups).toEqual(groups.map(({ id }) => id));
  expect(asked[1]).not.toHaveProperty("groups");
});

it("leaves the answer as it is if nothing can be read", async () => {
  const answer = inZone(found(bare, { ...bare, id: ada.id }));
  await show(<Probe answer={answer} />);
  asked[0]?.answer(undefined);
  asked[1]?.fail();
  await settle();
  expect(seen).toBe(answer);
});

it("reads them again for another answer, bypassing the cache if that answer did, and drops late replies", async () => {
  await show(<Probe answer={inZone(found(bare))} />);
  const newer = inZone(found({ ...bare, status: "active" }));
  await show(<Probe answer={newer} turn={1} />);
  expect(asked.map(({ fresh }) => fresh)).toEqual([false, true]);
  asked[0]?.answer(AGENT);
  await settle();
  expect(seen).toBe(newer);
  asked[1]?.answer({ role_assignments: [] });
  await settle();
  expect(seen).toMatchObject({ users: [{ status: "active", role_assignments: [] }] });
});

const disabled = { ...bob, session_count: 3 };

it("adds the active sessions of a disabled user, without delaying the answer", async () => {
  const answer = inZone(found(disabled));
  await show(<Probe answer={answer} />);
  expect(seen).toBe(answer);
  expect(sessionsAsked).toMatchObject([{ owner: bob.id, zoneId: zone.id }]);
  sessionsAsked[0]?.answer(1);
  await settle();
  expect(seen).toEqual({ ...answer, users: [{ ...disabled, activeSessions: 1 }] });
});

it("reads no sessions if there can't be any, or the zone is unknown", async () => {
  for (const answer of [undefined, inZone(found(ada, bob)), found(disabled)])
    await show(<Probe answer={answer} />);
  expect(sessionsAsked).toEqual([]);
});

it("leaves the answer as it is if sessions can't be read, or another answer has arrived", async () => {
  const answer = inZone(found(disabled));
  await show(<Probe answer={answer} />);
  sessionsAsked[0]?.fail();
  await settle();
  expect(seen).toBe(answer);
  const next = inZone(found(disabled));
  await show(<Probe answer={next} />);
  const last = inZone(found(ada));
  await show(<Probe answer={last} />);
  sessionsAsked[1]?.answer(1);
  await settle();
  expect(seen).toBe(last);
});

it("reads both at once, each only once, and adds each as soon as it arrives", async () => {
  const { role_assignments: _, ...unread } = disabled;
  const answer = inZone(found(unread));
  await show(<Probe answer={answer} />);
  asked[0]?.answer(AGENT);
  await settle();
  expect(seen).toEqual({ ...answer, users: [{ ...unread, ...AGENT }] });
  sessionsAsked[0]?.answer(2);
  await settle();
  expect(seen).toEqual({ ...answer, users: [{ ...unread, ...AGENT, activeSessions: 2 }] });
  expect([asked.length, sessionsAsked.length]).toEqual([1, 1]);
});
