import fc from "fast-check";
import { expect, test } from "vitest";
import { FAILURE_REASONS } from "../failure-reason.ts";
import { anyReply } from "../keycard/any-reply.ts";
import { fakeApi, still } from "../keycard/fake-api.ts";
import { createBearer, createKeycardClient, zoneId } from "../keycard/index.ts";
import { CACHE_STALE_MS } from "../limits.ts";
import { memoryArea } from "../memory-area.ts";
import type { Query } from "../query.ts";
import type { StorageArea } from "../storage.ts";
import type { Answer } from "./answer.ts";
import { createAnswerCache } from "./answer-cache.ts";
import { createDirectory } from "./directory.ts";
import { matches } from "./match.ts";
import { createStepDown } from "./step-down.ts";
import { stopOnRefusal } from "./traffic/stop-on-refusal.ts";
import { createZoneMemory } from "./zone-memory.ts";

/** A directory whose requests are answered with the next of these bodies. */
function directoryOver(bodies: readonly string[], area: StorageArea = memoryArea()) {
  const api = fakeApi(
    (_, before) =>
      new Response(bodies[before % bodies.length], {
        headers: { "Content-Type": "application/json" },
      }),
  );
  const parts = { ...still(), fetch: api.fetch };
  const credential = { kind: "api-key", key: "kc_live_0123456789" } as const;
  const client = createKeycardClient({ ...parts, bearer: createBearer({ ...parts, credential }) });
  const keeping = {
    area,
    scope: "scope",
    keepMs: CACHE_STALE_MS,
    now: parts.now,
    life: new AbortController().signal,
  };
  return createDirectory({
    client,
    zone: zoneId("z1"),
    traffic: stopOnRefusal(
      { run: (call) => call(), mayRetry: async () => true, observe: () => undefined },
      parts.now,
    ),
    memory: createZoneMemory(keeping),
    cache: createAnswerCache(keeping),
    stepDown: createStepDown(keeping),
    now: parts.now,
  });
}

const QUERIES: Query[] = [
  { kind: "id", value: "u1" },
  { kind: "email", value: "ada@example.com" },
  { kind: "subject", value: "\u202E" },
];

/** Expects that an answer contains only the person who was asked for. */
function expectRight(answer: Answer, query: Query): void {
  if (answer.state === "failed") expect(FAILURE_REASONS).toContain(answer.failure.why);
  if (answer.state !== "found") return;
  for (const user of answer.users) expect(matches(user, query)).toBe(true);
  expect(new Set(answer.users.map(({ id }) => id)).size).toBe(answer.users.length);
}

test("answers every lookup, whatever the API replies, and only with the person who was asked for", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReply, { minLength: 1, maxLength: 3 }), async (bodies) => {
      const directory = directoryOver(bodies);
      const [search] = await Promise.all([
        directory.search("ada"),
        ...QUERIES.map(async (query) => expectRight(await directory.lookUp(query), query)),
      ]);
      const { state } = search;
      expect(["found", "absent", "inconclusive", "failed"]).toContain(state);
    }),
    { numRuns: 150, endOnFailure: true },
  );
}, 30_000);

test("counts someone who is in a list twice as one person, also from the cached list", async () => {
  const ada = { id: "u1", email: "ada@example.com" };
  const body = JSON.stringify({
    items: [ada, { id: "u2" }, ada],
    pagination: { after_cursor: null, before_cursor: null, total_count: 0 },
  });
  const directory = directoryOver([body]);
  const query = { kind: "email", value: ada.email } as const;
  expect(await directory.lookUp(query)).toMatchObject({ users: [ada] });
  expect(await directory.lookUp({ ...query, value: "ADA@example.com" })).toMatchObject({
    users: [ada],
  });
});

test("answers even if storage accepts nothing, such as when it is full", async () => {
  const full: StorageArea = { ...memoryArea(), set: () => Promise.reject(new Error("quota")) };
  const body = JSON.stringify({
    items: [{ id: "u1", email: "ada@example.com" }, { id: "u2" }],
    pagination: { after_cursor: null, before_cursor: null, total_count: 0 },
  });
  const directory = directoryOver([body], full);
  for (const query of QUERIES.slice(0, 2))
    expect(await directory.lookUp(query)).toMatchObject({ state: "found" });
});
