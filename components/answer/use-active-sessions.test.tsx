// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, InZone } from "../../lib/directory/answer.ts";
import { ada, bob, found, zone } from "../testing/sample-users.ts";
import { clear, settle, show } from "../testing/test-page.ts";
import { useActiveSessions } from "./use-active-sessions.ts";

afterEach(clear);

type Params = Parameters<BackgroundApi["inspectSessions"]>[0];
let asked: (Params & { answer: (count: number) => void; fail: () => void })[];
let seen: InZone<Answer> | undefined;

beforeEach(() => {
  asked = [];
});

const inspectSessions: BackgroundApi["inspectSessions"] = ({ owner, zoneId }) =>
  new Promise((resolve, fail) =>
    asked.push({
      owner,
      zoneId,
      answer: (count) =>
        resolve({
          state: "listed",
          items: Array.from(
            { length: count },
            (_, n) => ({ id: `s${n}`, user_id: owner }) as never,
          ),
          partial: false,
          unread: 0,
          asOf: 0,
        }),
      fail: () => fail(new Error("gone")),
    }),
  );

function Probe({ answer }: { answer: InZone<Answer> | undefined }) {
  seen = useActiveSessions(answer, inspectSessions);
  return null;
}

const inZone = (answer: Answer): InZone<Answer> => ({ ...answer, zone });
const open = { ...bob, session_count: 3 };

it("notes the active sessions of somebody disabled, and does not keep the answer waiting", async () => {
  const answer = inZone(found(open));
  await show(<Probe answer={answer} />);
  expect(seen).toBe(answer);
  expect(asked).toMatchObject([{ owner: bob.id, zoneId: zone.id }]);
  asked[0]?.answer(1);
  await settle();
  expect(seen).toEqual({ ...answer, users: [{ ...open, activeSessions: 1 }] });
});

it("asks for nothing where nobody may have some, or it is not known where", async () => {
  for (const answer of [undefined, inZone(found(ada, bob)), found(open)])
    await show(<Probe answer={answer} />);
  expect(asked).toEqual([]);
});

it("leaves the answer as it is where nothing can be read, or another has come", async () => {
  const answer = inZone(found(open));
  await show(<Probe answer={answer} />);
  asked[0]?.fail();
  await settle();
  expect(seen).toBe(answer);
  const next = inZone(found(open));
  await show(<Probe answer={next} />);
  const last = inZone(found(ada));
  await show(<Probe answer={last} />);
  asked[1]?.answer(1);
  await settle();
  expect(seen).toBe(last);
});
