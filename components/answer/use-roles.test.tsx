// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer, InZone } from "../../lib/directory/answer.ts";
import type { ReadRoles } from "../../lib/directory/role-ways.ts";
import { GROUPS_PER_MESSAGE } from "../../lib/limits.ts";
import { absent, ada, bare, found, zone } from "../testing/sample-users.ts";
import { clear, settle, show } from "../testing/test-page.ts";
import { useRoles } from "./use-roles.ts";

afterEach(clear);

const AGENT: ReadRoles = {
  role_assignments: [{ role_identifier: "agent", scope: null }],
  rolesCounted: "direct",
};

type Params = Parameters<BackgroundApi["inspectRoles"]>[0];
let asked: (Params & { answer: (roles?: ReadRoles) => void; fail: () => void })[];
let seen: InZone<Answer> | undefined;

beforeEach(() => {
  asked = [];
});

const inspectRoles: BackgroundApi["inspectRoles"] = (params) =>
  new Promise((answer, fail) =>
    asked.push({ ...params, answer, fail: () => fail(new Error("gone")) }),
  );

function Probe({ answer, turn = 0 }: { answer: InZone<Answer> | undefined; turn?: number }) {
  seen = useRoles(answer, inspectRoles, turn);
  return null;
}

const inZone = (answer: Answer): InZone<Answer> => ({ ...answer, zone });

it("reads the roles that an answer does not report, and does not keep the answer waiting", async () => {
  const answer = inZone(found(bare, ada));
  await show(<Probe answer={answer} />);
  expect(seen).toBe(answer);
  expect(asked).toMatchObject([{ owner: bare.id, zoneId: zone.id, fresh: false }]);
  asked[0]?.answer(AGENT);
  await settle();
  expect(seen).toEqual({ ...answer, users: [{ ...bare, ...AGENT }, ada] });
});

it("asks for nothing where roles are reported, nobody is there, or it is not known where", async () => {
  for (const answer of [undefined, inZone(found(ada)), inZone(absent), found(bare)])
    await show(<Probe answer={answer} />);
  expect(asked).toEqual([]);
});

it("tells in which groups the person is, unless these are very many", async () => {
  const groups = Array.from({ length: GROUPS_PER_MESSAGE }, (_, n) => ({ id: `group${n}` }));
  const many = { ...bare, id: ada.id, groups: [...groups, { id: "one-more" }] };
  await show(<Probe answer={inZone(found({ ...bare, groups }, many))} />);
  expect(asked[0]?.groups).toEqual(groups.map(({ id }) => id));
  expect(asked[1]).not.toHaveProperty("groups");
});

it("leaves the answer as it is where nothing can be read", async () => {
  const answer = inZone(found(bare, { ...bare, id: ada.id }));
  await show(<Probe answer={answer} />);
  asked[0]?.answer(undefined);
  asked[1]?.fail();
  await settle();
  expect(seen).toBe(answer);
});

it("reads them anew for another answer, past what is kept where that was asked for, and drops what comes late", async () => {
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
