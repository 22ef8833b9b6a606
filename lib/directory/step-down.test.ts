import { expect, test } from "vitest";
import { ASKS, type Ask, type Result } from "../keycard/index.ts";
import { memoryArea } from "../memory-area.ts";
import type { StorageArea } from "../storage.ts";
import { clearCached } from "./keeping.ts";
import { createStepDown } from "./step-down.ts";
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
  for (const error of [
    { why: "badRequest", message: "too many ids" },
    { why: "server", status: 500, message: "down" },
    { why: "notFound", status: 404, message: "no zone" },
  ] as const) {
    const area = memoryArea();
    const asked: Ask[] = [];
    const fails = async (ask: Ask): Promise<Result<Ask>> => {
      asked.push(ask);
      return { ok: false, error };
    };
    expect(await setUp({ area }).open()("list", fails, PERSON)).toEqual({ ok: false, error });
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

test("a step from before the clock was set back is tried again", async () => {
  const { open, call, asked, clock } = setUp();
  const stepDown = open();
  await stepDown("list", call, PERSON);
  clock.now -= 1;
  await stepDown("list", call, PERSON);
  expect(asked).toEqual(["today", "documented", "today", "documented"]);
});
