import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Continuation } from "../../lib/contract/extension-pages.ts";
import type { TextMentions } from "../../lib/contract/replies.ts";
import type { InZone, SearchAnswer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import { mentionsInText } from "../../lib/mentions-in-text.ts";
import { ada, bare, bob } from "../testing/sample-users.ts";
import { createSearchStore } from "./search-store.ts";

type Asked = {
  text: string;
  after: Continuation | undefined;
  answer: (answer: InZone<SearchAnswer>) => void;
};

const zone = { id: "z1" };
/** Where a list of that zone goes on. */
const at = (cursor: string): Continuation => ({ cursor, zoneId: zone.id });

let asked: Asked[];

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const store = () =>
  createSearchStore({
    search: ({ text, after }) => new Promise((answer) => asked.push({ text, after, answer })),
    findMentions: async ({ text }) => mentionsInText(text, []),
  });

const users = (first: User, ...more: User[]): InZone<SearchAnswer> => ({
  state: "found",
  zone,
  users: [first, ...more],
  asOf: 0,
});

async function answer(place: number, with_: InZone<SearchAnswer>) {
  asked[place]?.answer(with_);
  await vi.advanceTimersByTimeAsync(0);
}

it("waits for a pause in typing", () => {
  const { type, results } = store();
  type("a");
  expect(results.value).toEqual({ state: "short" });
  type("ad");
  vi.advanceTimersByTime(149);
  type("ada");
  vi.advanceTimersByTime(149);
  expect(asked).toEqual([]);
  expect(results.value.state).toBe("searching");
  vi.advanceTimersByTime(1);
  expect(asked.map(({ text }) => text)).toEqual(["ada"]);
});

it("never shows the answer to older text", async () => {
  const { type, results } = store();
  type("ad");
  vi.advanceTimersByTime(150);
  type("bob");
  await answer(0, users(ada));
  expect(results.value.state).toBe("searching");
  vi.advanceTimersByTime(150);
  await answer(1, users(bob));
  await answer(0, users(ada));
  expect(results.value).toMatchObject({ state: "found", text: "bob", users: [bob] });
});

it("forgets everything when the field is cleared", async () => {
  const { type, results } = store();
  type("ada");
  vi.advanceTimersByTime(150);
  type("");
  await answer(0, users(ada));
  expect(results.value).toEqual({ state: "idle" });
});

it("does not search again for spaces around", () => {
  const { type } = store();
  type("ada");
  vi.advanceTimersByTime(150);
  type("ada ");
  vi.advanceTimersByTime(150);
  expect(asked).toHaveLength(1);
});

it("keeps the former results while it searches", async () => {
  const { type, results } = store();
  type("ada");
  vi.advanceTimersByTime(150);
  await answer(0, users(ada));
  type("adam");
  expect(results.value).toMatchObject({ state: "searching", former: { users: [ada] } });
});

it("loads more, each user once", async () => {
  const { type, results, more } = store();
  type("exam");
  vi.advanceTimersByTime(150);
  await answer(0, { ...users(ada, bob), after: "c1" } as InZone<SearchAnswer>);
  void more();
  void more();
  expect(asked[1]).toMatchObject({ text: "exam", after: at("c1") });
  expect(asked).toHaveLength(2);
  await answer(1, users(bob, bare));
  expect(results.value).toMatchObject({ users: [ada, bob, bare], more: { state: "none" } });
});

it("can load more again after a failure", async () => {
  const { type, results, more } = store();
  type("exam");
  vi.advanceTimersByTime(150);
  await answer(0, { ...users(ada), after: "c1" } as InZone<SearchAnswer>);
  void more();
  await answer(1, { state: "failed", failure: { why: "network" } });
  expect(results.value).toMatchObject({ users: [ada], more: { state: "failed", after: at("c1") } });
  void more();
  expect(asked[2]).toMatchObject({ after: at("c1") });
  await answer(2, { ...users(bob, bob, ada), after: "c2" } as InZone<SearchAnswer>);
  expect(results.value).toMatchObject({ users: [ada, bob], more: { after: at("c2") } });
  void more();
  await answer(3, { state: "inconclusive", doubt: "first-100-only", asOf: 0 });
  expect(results.value).toMatchObject({
    users: [ada, bob],
    doubt: "first-100-only",
    more: { state: "none" },
  });
});

/** As mail clients, tables and texts have it (field cases, G). */
it.each([
  "Ada Lovelace <ada@example.com>",
  '"Lovelace, Ada" <ada@example.com>',
  "<ada@example.com>",
  "mailto:ada@example.com",
  "mailto:ada@example.com?subject=Hi",
  "ada@example.com;",
  "(ada@example.com)",
  "'ada@example.com'",
  "\u202aada@example.com\u202c",
  "\u200bada@example.com\u200b",
  "Ada\tada@example.com",
])("searches for the one address that is pasted: %j", async (pasted) => {
  const { type, now, results } = store();
  type(pasted);
  void now();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(["ada@example.com"]);
  await answer(0, users(ada));
  expect(results.value).toMatchObject({ state: "found", text: "ada@example.com" });
});

it.each(["Ada Lovelace", "ada@example.com, bob@example.com", "o'brien", "race@exam"])(
  "searches for the text itself where that is no mention, or several: %j",
  async (typed) => {
    const { type, now } = store();
    type(` ${typed} `);
    void now();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map(({ text }) => text)).toEqual([typed]);
  },
);

it("asks for nothing of an older text, however late it is known whom that names", async () => {
  let come = (_: TextMentions) => {};
  const { type, now } = createSearchStore({
    search: async ({ text }) => {
      asked.push({ text, after: undefined, answer: () => undefined });
      return users(ada);
    },
    findMentions: () =>
      new Promise((resolve) => {
        come = resolve;
      }),
  });
  type("Ada <ada@example.com>");
  void now();
  type("bob");
  await now();
  come(mentionsInText("", []));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(["bob"]);
});

it("takes a lost message for a failure", async () => {
  const { type, now, results } = createSearchStore({
    search: () => Promise.reject(new Error("port closed")),
    findMentions: () => Promise.reject(new Error("port closed")),
  });
  type("ada");
  await now();
  expect(results.value).toMatchObject({ state: "failed", failure: { why: "aborted" } });
});
