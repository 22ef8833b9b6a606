import { expect, test, vi } from "vitest";
import type { Answer } from "../directory/answer.ts";
import type { Directory } from "../directory/directory.ts";
import type { CallResult, Traffic } from "../directory/traffic/traffic.ts";
import { createWatch } from "./watch.ts";

function setUp() {
  const clock = { now: 1_000 };
  const clocks = { now: () => clock.now, elapsed: () => clock.now };
  const note = vi.fn();
  const notePrivate = vi.fn();
  const log = { note, notePrivate, read: vi.fn(), turn: vi.fn(), clear: vi.fn() };
  return { clock, note, notePrivate, watch: createWatch(log, clocks) };
}

const traffic: Traffic = {
  run: async (call) => call(),
  mayRetry: async () => true,
  observe: () => undefined,
};

const failed = async (): Promise<CallResult<never> & { ok: false; error: { why: "network" } }> => ({
  ok: false,
  error: { why: "network", message: "Could not reach https://api.example." },
});

const request = { what: "users", status: 200, ms: 80 } as const;

test("records a message by its name, its sender's class and its outcome", () => {
  const { note, watch } = setUp();
  watch.onMessage({ name: "fillCard", from: "top-frame", outcome: "taken", isPrivate: false });
  expect(note).toHaveBeenCalledWith({
    event: "message",
    name: "fillCard",
    from: "top-frame",
    outcome: "taken",
  });
});

test("doesn't record pointer movements, unless they are refused", () => {
  const { note, watch } = setUp();
  const input = { name: "tellTopFrame", from: "sub-frame", isPrivate: false } as const;
  watch.onMessage({ ...input, outcome: "taken" });
  expect(note).not.toHaveBeenCalled();
  watch.onMessage({ ...input, outcome: "over-budget" });
  expect(note).toHaveBeenCalledOnce();
});

test("records requests, and why a call failed, but not the message", async () => {
  const { note, watch } = setUp();
  watch.onRequest(request);
  await watch.traffic(traffic).run(failed, { priority: "person" });
  expect(note.mock.calls).toEqual([
    [{ event: "request", ...request }],
    [{ event: "call-failed", why: "network" }],
  ]);
});

test.each<[Answer, object]>([
  [
    { state: "absent", asOf: 400 },
    { answer: "absent", kept: true, ms: 30 },
  ],
  [
    { state: "absent", asOf: 1_020 },
    { answer: "absent", kept: false, ms: 30 },
  ],
  [
    { state: "failed", failure: { why: "server", detail: "ada@example.com" } },
    { answer: "failed", kept: false, ms: 30 },
  ],
])("records how a lookup ended, and whether it was cached", async (answer, noted) => {
  const { clock, note, watch } = setUp();
  const asked = { query: { kind: "id", value: "u1" }, options: { fresh: true } } as const;
  const lookUp = vi.fn(async () => {
    clock.now += 30;
    return answer;
  });
  expect(await watch.lookUp({ lookUp }, asked.query, asked.options)).toBe(answer);
  expect(lookUp).toHaveBeenCalledWith(asked.query, expect.objectContaining(asked.options));
  expect(note).toHaveBeenCalledExactlyOnceWith({ event: "look-up", ...noted });
});

test("records an old answer when it is returned, and the newer one when it has arrived", async () => {
  const { clock, note, watch } = setUp();
  const directory: Pick<Directory, "lookUp"> = {
    async lookUp(_, { onStale } = {}) {
      onStale?.(stale);
      clock.now += 30;
      return { state: "absent", asOf: 1_020 };
    },
  };
  const stale: Answer = { state: "absent", asOf: 400 };
  const onStale = vi.fn();
  await watch.lookUp(directory, { kind: "id", value: "u1" }, { onStale });
  expect(onStale).toHaveBeenCalledExactlyOnceWith(stale);
  expect(note.mock.calls).toEqual([
    [{ event: "look-up", answer: "absent", kept: true, ms: 0 }],
    [{ event: "look-up", answer: "absent", kept: false, ms: 30 }],
  ]);
  await watch.lookUp(directory, { kind: "id", value: "u1" }, {});
});

test("only counts what happens in a private window, and during that", async () => {
  const { note, notePrivate, watch } = setUp();
  watch.onMessage({ name: "fillCard", from: "top-frame", outcome: "taken", isPrivate: true });
  const absent = { lookUp: async () => ({ state: "absent", asOf: 0 }) as const };
  await watch.lookUp(absent, { kind: "id", value: "u1" }, { isPrivate: true });
  const call = async () => {
    watch.onRequest(request);
    return failed();
  };
  await watch.traffic(traffic).run(call, { priority: "person", isPrivate: true });
  expect(note).not.toHaveBeenCalled();
  expect(notePrivate).toHaveBeenCalledTimes(4);
  watch.onRequest(request);
  expect(note).toHaveBeenCalledOnce();
});
