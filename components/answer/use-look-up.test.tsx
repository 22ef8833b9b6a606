// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from "vitest";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Answer } from "../../lib/directory/answer.ts";
import type { Query } from "../../lib/query.ts";
import { absent, ada, bob, found, stale } from "../testing/sample-users.ts";
import { clear, settle, show } from "../testing/test-page.ts";
import { type LookUp, useLookUp } from "./use-look-up.ts";

afterEach(clear);

interface Asked {
  value: string;
  fresh: boolean;
  answer: (answer: Answer) => void;
}

let asked: Asked[];
let seen: LookUp;

beforeEach(() => {
  asked = [];
});

const lookUp: BackgroundApi["lookUp"] = ({ query: { value }, fresh = false }) =>
  new Promise((answer) => asked.push({ value, fresh, answer }));

function Probe({ query, notBefore }: { query: Query; notBefore?: number }) {
  seen = useLookUp(query, lookUp, notBefore);
  return null;
}

async function answer(place: number, with_: Answer) {
  asked[place]?.answer(with_);
  await settle();
}

const query: Query = { kind: "id", value: ada.id };
const failed: Answer = { state: "failed", failure: { why: "network" } };

it("bypasses the cache on a retry, and only for this person", async () => {
  await show(<Probe query={query} />);
  await answer(0, found(ada));
  seen.again();
  await settle();
  expect(seen).toMatchObject({ busy: true, answer: { users: [ada] } });
  await answer(1, failed);
  expect(seen).toMatchObject({ busy: false, answer: failed, turn: 1 });
  await show(<Probe query={{ kind: "id", value: bob.id }} />);
  expect(seen.answer).toBeUndefined();
  expect(asked.map(({ fresh }) => fresh)).toEqual([false, true, false]);
});

it("shows a stale answer at once and refreshes it in the background", async () => {
  const old = stale(ada);
  await show(<Probe query={query} />);
  await answer(0, old);
  expect(seen).toMatchObject({ busy: true, answer: old });
  expect(asked.map(({ fresh }) => fresh)).toEqual([false, true]);
  await answer(1, absent);
  expect(seen).toMatchObject({ busy: false, answer: absent, notRefreshed: undefined });
});

it("keeps a stale answer that can't be refreshed, and says why", async () => {
  const old = stale(ada);
  await show(<Probe query={query} />);
  await answer(0, old);
  await answer(1, failed);
  expect(seen).toMatchObject({ busy: false, answer: old, notRefreshed: { why: "network" } });
  seen.again();
  await settle();
  expect(seen).toMatchObject({ busy: true, answer: old, notRefreshed: undefined });
  await answer(2, { state: "failed", failure: { why: "offline" } });
  expect(seen).toMatchObject({ busy: false, answer: old, notRefreshed: { why: "offline" } });
  expect(asked).toHaveLength(3);
});

it("drops a background refresh for someone who is no longer shown", async () => {
  await show(<Probe query={query} />);
  await answer(0, stale(ada));
  await show(<Probe query={{ kind: "id", value: bob.id }} />);
  await answer(1, found(ada));
  expect(seen.answer).toBeUndefined();
  await answer(2, found(bob));
  expect(seen).toMatchObject({ busy: false, answer: { users: [bob] } });
});

it("ignores an answer older than what is already shown", async () => {
  await show(<Probe query={query} notBefore={Date.now()} />);
  await answer(0, { ...absent, asOf: 1 } as Answer);
  expect(seen).toMatchObject({ busy: true, answer: undefined });
  await answer(1, failed);
  expect(seen).toMatchObject({ busy: false, answer: failed });
});
