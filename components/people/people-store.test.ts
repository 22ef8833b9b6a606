import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../../lib/directory/answer.ts";
import { LOOK_UPS_PER_MESSAGE, PASTED_MAX } from "../../lib/limits.ts";
import { type Query, query } from "../../lib/query.ts";
import { absent } from "../testing/sample-users.ts";
import { createPeopleStore } from "./people-store.ts";

const id = (n: number): Query => ({ kind: "id", value: `user${n}` });
const email = (n: number): Query => ({ kind: "email", value: `person${n}@example.com` });
const many = (count: number, of: (n: number) => Query) =>
  Array.from({ length: count }, (_, n) => of(n));

/** A background whose replies arrive when the test sends them. */
function setUp() {
  const asked: { queries: Query[]; fresh: boolean | undefined }[] = [];
  const replies: {
    come: (reply: { answers: Answer[] }) => void;
    fail: (why: Error) => void;
  }[] = [];
  const stopLookUps = vi.fn(async () => undefined);
  const store = createPeopleStore({
    lookUpMany: ({ queries, fresh }) => {
      asked.push({ queries, fresh });
      return new Promise((come, fail) => replies.push({ come, fail }));
    },
    stopLookUps,
  });
  /** Answers the last message, and lets the next one be sent. */
  async function answer(n = replies.length - 1): Promise<void> {
    replies[n]?.come({ answers: (asked[n]?.queries ?? []).map(() => absent) });
    await new Promise((done) => setTimeout(done));
  }
  async function lose(n = replies.length - 1): Promise<void> {
    replies[n]?.fail(new Error("port closed"));
    await new Promise((done) => setTimeout(done));
  }
  return { asked, stopLookUps, store, answer, lose };
}

describe("looking up", () => {
  it("sends one message after another, each with one kind and as full as possible, and reports progress", async () => {
    const { asked, store, answer } = setUp();
    const mixed = many(130, id).flatMap((query, n) => [query, email(n)]);
    const run = store.lookUp(mixed);
    expect(store.run.value).toEqual({ state: "running", done: 0, total: 260 });
    await answer();
    expect(store.run.value).toEqual({ state: "running", done: 100, total: 260 });
    expect(store.answers.value.size).toBe(100);
    for (let message = 1; message < 4; message++) await answer();
    await run;
    expect(asked.map(({ queries }) => queries.length)).toEqual([
      LOOK_UPS_PER_MESSAGE,
      30,
      LOOK_UPS_PER_MESSAGE,
      30,
    ]);
    for (const { queries } of asked) expect(new Set(queries.map(({ kind }) => kind)).size).toBe(1);
    expect(store.run.value).toEqual({ state: "done", done: 260, total: 260 });
    expect(store.answers.value.size).toBe(260);
  });

  it("looks up people of every kind", async () => {
    const lookUpMany = vi.fn(async ({ queries }: { queries: Query[] }) => ({
      answers: queries.map(() => absent),
    }));
    const store = createPeopleStore({ lookUpMany, stopLookUps: async () => undefined });
    const kinds = query.shape.kind.options;
    await store.lookUp(kinds.map((kind) => ({ kind, value: `a ${kind}` })));
    expect(
      lookUpMany.mock.calls.flatMap(([{ queries }]) => queries.map(({ kind }) => kind)),
    ).toEqual(kinds);
    expect(store.answers.value.size).toBe(kinds.length);
  });

  it("looks up ten thousand people in a hundred messages, one at a time", async () => {
    let waiting = 0;
    let most = 0;
    let messages = 0;
    const store = createPeopleStore({
      async lookUpMany({ queries }) {
        messages++;
        most = Math.max(most, ++waiting);
        await Promise.resolve();
        waiting--;
        return { answers: queries.map(() => absent) };
      },
      stopLookUps: async () => undefined,
    });
    await store.lookUp(many(PASTED_MAX, email));
    expect({ messages, most }).toEqual({ messages: PASTED_MAX / LOOK_UPS_PER_MESSAGE, most: 1 });
    expect(store.answers.value.size).toBe(PASTED_MAX);
  });

  it("continues after a lost message, whose people have failed", async () => {
    const { store, answer, lose } = setUp();
    const run = store.lookUp(many(150, id));
    await lose();
    await answer();
    await run;
    expect(store.answers.value.get("id:user99")).toEqual({
      state: "failed",
      failure: { why: "aborted" },
    });
    expect(store.answers.value.get("id:user100")).toEqual(absent);
    expect(store.run.value).toMatchObject({ state: "done", done: 150 });
  });

  it("replaces failures when they are retried", async () => {
    const { asked, store, answer, lose } = setUp();
    void store.lookUp(many(2, id));
    await lose();
    void store.lookUp([id(1)], true);
    expect(asked.at(-1)).toEqual({ queries: [id(1)], fresh: true });
    await answer();
    expect(store.answers.value.get("id:user1")).toEqual(absent);
    expect(store.answers.value.get("id:user0")).toMatchObject({ state: "failed" });
  });

  it("treats an answer that is missing from a reply as a failure", async () => {
    const store = createPeopleStore({
      lookUpMany: async () => ({ answers: [absent] }),
      stopLookUps: async () => undefined,
    });
    await store.lookUp(many(2, id));
    expect(store.answers.value.get("id:user1")).toMatchObject({ state: "failed" });
  });
});

describe("stopping", () => {
  it("tells the background, sends nothing more, and keeps what has arrived", async () => {
    const { asked, stopLookUps, store, answer } = setUp();
    void store.lookUp(many(250, id));
    await answer();
    store.stop();
    expect(stopLookUps).toHaveBeenCalledOnce();
    expect(store.run.value).toEqual({ state: "stopped", done: 100, total: 250 });
    await answer(1);
    expect(asked).toHaveLength(2);
    expect(store.answers.value.size).toBe(100);
    expect(store.run.value).toMatchObject({ state: "stopped" });
  });

  it("does nothing if nothing is running", () => {
    const { stopLookUps, store } = setUp();
    store.stop();
    expect(stopLookUps).not.toHaveBeenCalled();
    expect(store.run.value).toEqual({ state: "not-yet" });
  });

  it("doesn't mix with a run that begins after it", async () => {
    const { store, answer } = setUp();
    void store.lookUp(many(200, id));
    store.stop();
    void store.lookUp([email(1)]);
    await answer(0);
    expect(store.answers.value.size).toBe(0);
    await answer(1);
    expect([...store.answers.value.keys()]).toEqual(["email:person1@example.com"]);
    expect(store.run.value).toEqual({ state: "done", done: 1, total: 1 });
  });

  it("forgets everyone when the zone changes", async () => {
    const { stopLookUps, store, answer } = setUp();
    void store.lookUp(many(150, id));
    await answer();
    store.forget();
    await answer();
    expect(stopLookUps).toHaveBeenCalledOnce();
    expect(store.answers.value.size).toBe(0);
    expect(store.run.value).toEqual({ state: "not-yet" });
  });
});
