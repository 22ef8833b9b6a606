import { expect, test } from "vitest";
import type { KeycardError } from "../../keycard/index.ts";
import { memoryArea } from "../../memory-area.ts";
import { createFailureLog } from "./failure-log.ts";
import type { CallError, CallResult, Traffic } from "./traffic.ts";

function traffic(results: CallResult<never>[]): Traffic {
  return {
    run: async () => results.shift() ?? { ok: false, error: { why: "aborted", message: "" } },
    mayRetry: async () => false,
    observe: () => undefined,
  };
}

const failed = (error: CallError): CallResult<never> => ({ ok: false, error });

test("counts failures by reason, across workers, without the API's messages", async () => {
  const area = memoryArea();
  let now = 1_000;
  const log = createFailureLog(area, () => now++);
  const watched = log.watch(
    traffic([
      failed({ why: "server", status: 500, message: "about ada@example.com" }),
      failed({ why: "network", message: "x" }),
      failed({ why: "server", status: 503, message: "y" }),
      failed({ why: "aborted", message: "z" }),
    ]),
  );
  for (let n = 0; n < 4; n++)
    await watched.run(() => Promise.reject(new Error("not called")), { priority: "person" });
  const expected = [
    { why: "server", count: 2, lastAt: 1_002, status: 503 },
    { why: "network", count: 1, lastAt: 1_001 },
  ];
  expect(await log.read()).toEqual(expected);
  expect(await createFailureLog(area, () => 0).read()).toEqual(expected);
  expect(JSON.stringify(await area.get(null))).not.toContain("ada@");
});

test("lists the latest first; a success isn't counted, and a failure without a status has none", async () => {
  let now = 1_000;
  const log = createFailureLog(memoryArea(), () => now++);
  const watched = log.watch({
    ...traffic([]),
    run: (call) => call(),
  });
  const fail = (error: KeycardError) => async () => ({ ok: false as const, error });
  const options = { priority: "person" } as const;
  await watched.run(fail({ why: "forbidden", status: 403, message: "x" }), options);
  expect(await watched.run(async () => ({ ok: true, value: 1 }), options)).toMatchObject({
    ok: true,
  });
  await watched.run(fail({ why: "network", message: "x" }), options);
  expect(await log.read()).toStrictEqual([
    { why: "network", count: 1, lastAt: 1_001 },
    { why: "forbidden", count: 1, lastAt: 1_000, status: 403 },
  ]);
});

test("a storage failure affects the count, not the call", async () => {
  const area = { ...memoryArea(), set: () => Promise.reject(new Error("full")) };
  const log = createFailureLog(area, Date.now);
  const watched = log.watch(traffic([failed({ why: "network", message: "x" })]));
  const call = () => Promise.reject(new Error("not called"));
  expect(await watched.run(call, { priority: "person" })).toMatchObject({ ok: false });
});
