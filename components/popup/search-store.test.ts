import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Continuation } from "../../lib/contract/extension-pages.ts";
import type { TextMentions } from "../../lib/contract/replies.ts";
import type { InZone, SearchAnswer } from "../../lib/directory/answer.ts";
import type { User } from "../../lib/keycard/index.ts";
import { SEARCH_MAX_CHARS } from "../../lib/limits.ts";
import { mentionsInText } from "../../lib/mentions-in-text.ts";
import { never } from "../testing/fake-background.ts";
import { ada, bare, bob } from "../testing/sample-users.ts";
import { ALL_PAGES_MAX, createSearchStore } from "./search-store.ts";

type Asked = {
  text: string;
  roles: readonly string[] | undefined;
  groups: readonly string[] | undefined;
  after: Continuation | undefined;
  answer: (answer: InZone<SearchAnswer>) => void;
};

const zone = { id: "z1" };
/** Where a list of that zone continues. */
const at = (cursor: string): Continuation => ({ cursor, zoneId: zone.id });

let asked: Asked[];

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const store = () =>
  createSearchStore({
    search: ({ text, after, roles, groups }) =>
      new Promise((answer) => asked.push({ text, after, roles, groups, answer })),
    findMentions: async ({ text }) => mentionsInText(text, []),
    narrowables: never,
  });

const users = (first: User, ...more: User[]): InZone<SearchAnswer> => ({
  state: "found",
  zone,
  users: [first, ...more],
  asOf: 0,
});

/** One page of a list that continues. */
const goingOn = (user: User, after: string): InZone<SearchAnswer> => ({
  state: "found",
  zone,
  users: [user],
  asOf: 0,
  after,
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

it("never shows the answer to an older text", async () => {
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

it("doesn't search again if only surrounding spaces change", () => {
  const { type } = store();
  type("ada");
  vi.advanceTimersByTime(150);
  type("ada ");
  vi.advanceTimersByTime(150);
  expect(asked).toHaveLength(1);
});

it("keeps the previous results while it searches", async () => {
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

/** As mail clients, tables and texts contain it (field cases, G). */
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
])("searches for the one address in pasted text: %j", async (pasted) => {
  const { type, now, results } = store();
  type(pasted);
  void now();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(["ada@example.com"]);
  await answer(0, users(ada));
  expect(results.value).toMatchObject({ state: "found", text: "ada@example.com" });
});

it.each(["Ada Lovelace", "o'brien", "race@exam"])(
  "searches for the text itself if it isn't a mention: %j",
  async (typed) => {
    const { type, now } = store();
    type(` ${typed} `);
    void now();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map(({ text }) => text)).toEqual([typed]);
  },
);

it("requests nothing for an older text, however late its mentions are known", async () => {
  let come = (_: TextMentions) => {};
  const { type, now } = createSearchStore({
    search: async ({ text }) => {
      const nothing = { after: undefined, roles: undefined, groups: undefined };
      asked.push({ text, ...nothing, answer: () => undefined });
      return users(ada);
    },
    narrowables: never,
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

it("searches for no one if a text has several mentions, which are a list", async () => {
  const { type, now, results } = store();
  type("ada@example.com, bob@example.com");
  await now();
  expect(results.value).toEqual({
    state: "several",
    text: "ada@example.com, bob@example.com",
    count: 2,
  });
  expect(asked).toEqual([]);
});

it("shows one line of a multi-line text, and offers all of it as a list", async () => {
  const { offer, text, results } = store();
  await offer("ada@example.com\r\nbob@example.com\nsomeone");
  expect(text.value).toBe("ada@example.com bob@example.com someone");
  expect(results.value).toMatchObject({
    count: 2,
    text: "ada@example.com\r\nbob@example.com\nsomeone",
  });
});

it("finds the one address in a text that is too long to search for; otherwise shows what it searches for", async () => {
  const { offer, text } = store();
  const long = "x ".repeat(SEARCH_MAX_CHARS);
  void offer(`${long}ada@example.com`);
  await vi.advanceTimersByTimeAsync(0);
  void offer(long);
  await vi.advanceTimersByTimeAsync(0);
  const cut = long.slice(0, SEARCH_MAX_CHARS);
  expect(asked.map((one) => one.text)).toEqual(["ada@example.com", cut]);
  expect(text.value).toBe(cut);
});

it("requests users with a role, with or without a text, page by page", async () => {
  const { narrow, type, now, more, all, results } = store();
  const admin = { kind: "roles", value: "admin", name: "admin" } as const;
  void narrow(admin);
  await answer(0, goingOn(ada, "c1"));
  void more();
  await answer(1, goingOn(bob, "c2"));
  void all();
  await answer(2, goingOn(bare, "c3"));
  await answer(3, users(bare));
  expect(results.value).toMatchObject({ users: [ada, bob, bare], more: { state: "none" } });
  type("a");
  void now();
  await answer(4, users(ada));
  void narrow(undefined);
  expect(results.value).toEqual({ state: "short" });
  expect(asked.map(({ text, roles, after }) => [text, roles, after?.cursor])).toEqual([
    ["", ["admin"], undefined],
    ["", ["admin"], "c1"],
    ["", ["admin"], "c2"],
    ["", ["admin"], "c3"],
    ["a", ["admin"], undefined],
  ]);
});

it("loads all pages until something else is searched for, a page fails, or there are too many", async () => {
  const { all, now, type, again, results } = store();
  type("exam");
  void now();
  await answer(0, goingOn(ada, "c1"));
  void all();
  await answer(1, { state: "failed", failure: { why: "network" } });
  expect(asked).toHaveLength(2);
  void again();
  await answer(2, goingOn(ada, "c2"));
  void all();
  type("other");
  await answer(3, goingOn(ada, "c3"));
  expect(asked).toHaveLength(4);
  void now();
  await answer(4, goingOn(ada, "c0"));
  void all();
  for (let page = 0; page <= ALL_PAGES_MAX; page++)
    await answer(5 + page, goingOn(ada, `c${page + 1}`));
  expect(asked).toHaveLength(5 + ALL_PAGES_MAX);
  expect(results.value).toMatchObject({ state: "found", more: { state: "ready" } });
});

it("treats a lost message as a failure", async () => {
  const { type, now, results } = createSearchStore({
    search: () => Promise.reject(new Error("port closed")),
    findMentions: () => Promise.reject(new Error("port closed")),
    narrowables: never,
  });
  type("ada");
  await now();
  expect(results.value).toMatchObject({ state: "failed", failure: { why: "aborted" } });
});
