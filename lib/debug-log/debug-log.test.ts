import { describe, expect, test } from "vitest";
import type { LogEvent } from "../contract/debug-log.ts";
import { memoryArea } from "../memory-area.ts";
import { createDebugLog, DEBUG_LOG_ENTRIES, DEBUG_LOG_KEY } from "./debug-log.ts";

const started = { event: "worker-started" } as const;

function setUp(stored: Record<string, unknown> = {}) {
  const area = memoryArea(stored);
  const clock = { now: 1_000 };
  const make = () => createDebugLog(area, () => clock.now);
  return { area, clock, make, log: make() };
}

const entriesOf = async (log: ReturnType<typeof createDebugLog>) => {
  const reading = await log.read();
  return reading.state === "on" ? reading.entries : undefined;
};

describe("the debug log", () => {
  test("is off at first: records and stores nothing", async () => {
    const { area, log } = setUp();
    log.note(started);
    log.notePrivate();
    expect(await log.read()).toEqual({ state: "off" });
    expect(await area.get(null)).toEqual({});
  });

  test("records what happens from the time when it is turned on, and that time", async () => {
    const { clock, log } = setUp();
    await log.turn(true);
    clock.now = 1_250;
    log.note({ event: "request", what: "users", status: 200, ms: 80 });
    expect(await log.read()).toEqual({
      state: "on",
      entries: [[250, { event: "request", what: "users", status: 200, ms: 80 }]],
      dropped: 0,
      inPrivate: 0,
    });
  });

  test("outlives the worker, and keeps what a new one records before it has read the log", async () => {
    const { clock, make, log } = setUp();
    await log.turn(true);
    log.note(started);
    await log.clear();
    log.note(started);
    await log.turn(true);
    clock.now = 1_500;
    const next = make();
    next.note(started);
    clock.now = 9_000;
    expect(await entriesOf(next)).toEqual([
      [0, started],
      [500, started],
    ]);
  });

  test("is empty after it was cleared, and deleted when it is turned off", async () => {
    const { area, log } = setUp();
    await log.turn(true);
    log.note(started);
    await log.clear();
    expect(await entriesOf(log)).toEqual([]);
    await log.turn(false);
    expect(await log.read()).toEqual({ state: "off" });
    expect(await area.get(null)).toEqual({});
    await log.clear();
    expect(await area.get(null)).toEqual({});
  });

  test("contains a limited number of events, and says how many older ones are gone", async () => {
    const { log } = setUp();
    await log.turn(true);
    for (let n = 0; n < DEBUG_LOG_ENTRIES + 3; n++)
      log.note({ event: "request", what: "user", status: 200, ms: n });
    const reading = await log.read();
    if (reading.state === "off") throw new Error("It is off.");
    expect(reading.entries).toHaveLength(DEBUG_LOG_ENTRIES);
    expect(reading.entries[0]?.[1]).toMatchObject({ ms: 3 });
    expect(reading.dropped).toBe(3);
  });

  test("contains only a count of what happens in private windows", async () => {
    const { log } = setUp();
    await log.turn(true);
    log.notePrivate();
    log.notePrivate();
    expect(await log.read()).toEqual({ state: "on", entries: [], dropped: 0, inPrivate: 2 });
  });

  test.each<[string, object]>([
    ["text in place of a name", { event: "request", what: "ada@example.com", status: 200, ms: 1 }],
    ["an additional field", { ...started, user: "ada@example.com" }],
    ["text in place of a number", { event: "request", what: "user", status: 200, ms: "kc-key" }],
    ["an unknown event", { event: "https://tickets.example.com/" }],
  ])("refuses %s, whatever the types allow", async (_, event) => {
    const { area, log } = setUp();
    await log.turn(true);
    log.note(event as LogEvent);
    expect(await entriesOf(log)).toEqual([]);
    expect(JSON.stringify(await area.get(null))).not.toMatch(/ada|kc-key|tickets/);
  });

  test("is off if the stored value isn't a log", async () => {
    const { log } = setUp({ [DEBUG_LOG_KEY]: { since: 1, entries: ["ada@example.com"] } });
    expect(await log.read()).toEqual({ state: "off" });
  });
});
