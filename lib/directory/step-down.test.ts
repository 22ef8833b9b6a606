import { expect, test } from "vitest";
import { ASKS, type Ask, type Result } from "../keycard/index.ts";
import { memoryArea } from "../memory-area.ts";
import type { StorageArea } from "../storage.ts";
import { clearCached } from "./keeping.ts";
import { ASKED_MEMORY_MS, createStepDown } from "./step-down.ts";
import type { AskOptions } from "./traffic/traffic.ts";

const PERSON: AskOptions = { priority: "person", fresh: false, isPrivate: false };
const BULK: AskOptions = { ...PERSON, priority: "bulk" };

/** A zone that supports a given level and no more, and the levels that were tried. */
function setUp({ area = memoryArea() as StorageArea, understands = "documented" as Ask } = {}) {
  const asked: Ask[] = [];
  const life = new AbortController();
  const clock = { now: 1_000 };
  const open = () =>
    createStepDown({ area, scope: "scope", now: () => clock.now, life: life.signal });
  const call = async (ask: Ask): Promise<Result<Ask>> => {
    asked.push(ask);
    if (ASKS.indexOf(ask) >= ASKS.indexOf(understands)) return { ok: true, value: ask };
    return { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } };
  };
  return { asked, life, clock, open, call };
}

const down = async (): Promise<Result<never>> => ({
  ok: false,
  error: { why: "server", status: 500, message: "down" },
});

const stuck = () => new Promise<never>(() => undefined);

test("a known step is removed together with the cached answers", async () => {
  const area = memoryArea();
  const { open, call, asked } = setUp({ area });
  await open()("list", call, PERSON);
  expect(Object.keys(area.all())).toEqual(["asked.scope"]);
  await clearCached(area);
  await open()("list", call, PERSON);
  expect(asked).toEqual(["today", "documented", "today", "documented"]);
});

test.each<[string, Partial<AskOptions>, boolean]>([
  ["for a private window", { isPrivate: true }, false],
  ["after the key was removed", {}, true],
])("%s, it is known only to this worker", async (_, options, isOver) => {
  const area = memoryArea();
  const { open, call, asked, life } = setUp({ area });
  if (isOver) life.abort();
  const stepDown = open();
  await stepDown("list", call, { ...PERSON, ...options });
  await stepDown("list", call, PERSON);
  expect(asked).toEqual(["today", "documented", "documented"]);
  expect(area.all()).toEqual({});
});

test("a storage failure costs requests later, and nothing else", async () => {
  const broken = async () => Promise.reject(new Error("quota"));
  const { open, call } = setUp({ area: { ...memoryArea(), get: broken, set: broken } });
  expect(await open()("list", call, PERSON)).toEqual({ ok: true, value: "documented" });
});

test.each([
  ["people", PERSON, PERSON],
  ["lists", BULK, BULK],
  ["a person and a list", PERSON, BULK],
])("%s that start together try the steps once", async (_, first, second) => {
  const { open, call, asked } = setUp();
  const stepDown = open();
  await Promise.all([stepDown("list", call, first), stepDown("list", call, second)]);
  expect(asked).toEqual(["today", "documented", "documented"]);
});

test("they do so too after a trial that learned nothing", async () => {
  const { open, call, asked } = setUp();
  const stepDown = open();
  await stepDown("list", down, PERSON);
  await Promise.all([stepDown("list", call, PERSON), stepDown("list", call, PERSON)]);
  expect(asked).toEqual(["today", "documented", "documented"]);
});

test("no one waits for a caller that continues by itself", async () => {
  const { open, call } = setUp();
  const stepDown = open();
  void stepDown("list", down, PERSON);
  await new Promise<void>((continues) => {
    void stepDown(
      "list",
      () => {
        continues();
        return stuck();
      },
      PERSON,
    );
  });
  expect(await stepDown("list", call, PERSON)).toEqual({ ok: true, value: "documented" });
});

test("a person doesn't wait for a list", async () => {
  const { open, call, asked } = setUp({ understands: "today" });
  const stepDown = open();
  void stepDown("list", stuck, BULK);
  expect(await stepDown("list", call, PERSON)).toEqual({ ok: true, value: "today" });
  expect(asked).toEqual(["today"]);
});

test("a caller that leaves doesn't wait any more", async () => {
  const { open, call, asked } = setUp({ understands: "today" });
  const stepDown = open();
  const leaving = new AbortController();
  void stepDown("list", stuck, PERSON);
  const waiting = stepDown("list", call, { ...PERSON, signal: leaving.signal });
  leaving.abort();
  await waiting;
  expect(asked).toEqual(["today"]);
});

test("steps down only for a 400 of the API", async () => {
  for (const [kind, error] of [
    ["list", { why: "badRequest", message: "too many ids" }],
    ["list", { why: "server", status: 500, message: "down" }],
    ["list", { why: "notFound", status: 404, message: "no zone" }],
    ["retrieve", { why: "badRequest", message: "no id" }],
    ["retrieve", { why: "server", status: 500, message: "down" }],
  ] as const) {
    const area = memoryArea();
    const asked: Ask[] = [];
    const fails = async (ask: Ask): Promise<Result<Ask>> => {
      asked.push(ask);
      return { ok: false, error };
    };
    expect(await setUp({ area }).open()(kind, fails, PERSON)).toEqual({ ok: false, error });
    expect(asked).toEqual(["today"]);
    expect(area.all()).toEqual({});
  }
});

test("a 404 determines where the next call for a user starts, but proves nothing", async () => {
  const asked: Ask[] = [];
  const stepDown = setUp().open();
  const absent = async (ask: Ask): Promise<Result<Ask>> => {
    asked.push(ask);
    return ask === "plain"
      ? { ok: false, error: { why: "notFound", status: 404, message: "no such user" } }
      : { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } };
  };
  await stepDown("retrieve", absent, PERSON);
  await stepDown("retrieve", absent, PERSON);
  expect(asked).toEqual(["today", "documented", "plain", "plain"]);

  let isThere = false;
  const late = async (ask: Ask): Promise<Result<Ask>> => {
    if (!isThere) return { ok: false, error: { why: "notFound", status: 404, message: "none" } };
    return ask === "plain" ? { ok: true, value: ask } : absent("today");
  };
  const other = setUp().open();
  await other("retrieve", late, PERSON);
  isThere = true;
  expect(await other("retrieve", late, PERSON)).toEqual({ ok: true, value: "plain" });
});

test("a 400 is the answer if the same call has worked before, unless someone insists", async () => {
  const { open, call } = setUp();
  const stepDown = open();
  await stepDown("list", call, PERSON);
  const rolledBack = setUp({ understands: "plain" });
  expect(await stepDown("list", rolledBack.call, PERSON)).toMatchObject({ ok: false });
  expect(rolledBack.asked).toEqual(["documented"]);
  expect(await stepDown("list", rolledBack.call, { ...PERSON, fresh: true })).toMatchObject({
    ok: true,
  });
  expect(rolledBack.asked).toEqual(["documented", "documented", "counted", "plain"]);
});

test("a call that has worked proves what a 404 at the same step didn't", async () => {
  const { open, call, asked } = setUp({ understands: "today" });
  const stepDown = open();
  const absent = async (): Promise<Result<Ask>> => ({
    ok: false,
    error: { why: "notFound", status: 404, message: "no such user" },
  });
  await stepDown("retrieve", absent, PERSON);
  await stepDown("retrieve", call, PERSON);
  const rolledBack = setUp();
  await stepDown("retrieve", rolledBack.call, PERSON);
  expect([asked, rolledBack.asked]).toEqual([["today"], ["today"]]);
});

test("a 400 to the plainest call is the answer even if nothing is proven", async () => {
  const asked: Ask[] = [];
  const stepDown = setUp().open();
  let why: "notFound" | "badRequest" = "notFound";
  const call = async (ask: Ask): Promise<Result<Ask>> => {
    asked.push(ask);
    return ask === "plain" && why === "notFound"
      ? { ok: false, error: { why, status: 404, message: "no such user" } }
      : { ok: false, error: { why: "badRequest", status: 400, message: "unknown" } };
  };
  await stepDown("retrieve", call, PERSON);
  asked.length = 0;
  why = "badRequest";
  expect(await stepDown("retrieve", call, PERSON)).toMatchObject({ error: { why } });
  expect(asked).toEqual(["plain"]);
});

test("a call for one user starts with what the list supports", async () => {
  const { open, call, asked } = setUp();
  const stepDown = open();
  await stepDown("list", call, PERSON);
  await stepDown("retrieve", call, PERSON);
  expect(asked).toEqual(["today", "documented", "documented"]);
});

test("a step is known for a while, and then tried again", async () => {
  const { open, call, asked, clock } = setUp();
  const stepDown = open();
  await stepDown("list", call, PERSON);
  asked.length = 0;
  clock.now += ASKED_MEMORY_MS - 1;
  await stepDown("list", call, PERSON);
  expect(asked).toEqual(["documented"]);
  clock.now += 1;
  await stepDown("list", call, PERSON);
  expect(asked).toEqual(["documented", "today", "documented"]);
});

test("a step from before the clock was set back is tried again", async () => {
  const { open, call, asked, clock } = setUp();
  const stepDown = open();
  await stepDown("list", call, PERSON);
  clock.now -= 1;
  await stepDown("list", call, PERSON);
  expect(asked).toEqual(["today", "documented", "today", "documented"]);
});
