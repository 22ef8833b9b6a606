import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { KeycardClient, KeycardError, ListUsersParams, User } from "../keycard/index.ts";
import type { Query } from "../query.ts";
import type { Answer } from "./answer.ts";
import type { Directory } from "./directory.ts";
import { fakeZone, person } from "./fake-zone.ts";
import { matches } from "./match.ts";

/** Random schedules of lookups, failures and stops of the worker, compared with the users that really exist. */

const FAULTS: KeycardError[] = [
  { why: "network", message: "lost" },
  { why: "server", status: 503, message: "down" },
  { why: "limited", status: 429, message: "slow down" },
  { why: "invalidReply", message: "cut" },
];

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ ask: fc.nat(12), by: fc.constantFrom("id", "email") }) },
  { weight: 2, arbitrary: fc.record({ pass: fc.constantFrom(0, 10, 30) }) },
  { weight: 1, arbitrary: fc.constant({ kill: true } as const) },
);

const mode = fc.constantFrom("filters", "ignores", "emails-only", "exact-only");

/** A lookup that someone waits for, across any number of workers. */
interface Asked {
  query: Query;
  answer?: Answer;
}

function queryOf(n: number, by: string): Query {
  return by === "id"
    ? { kind: "id", value: `user${n}` }
    : { kind: "email", value: `Person${n}@Example.com` };
}

/** The keys that a client call requests, one for each person. */
function keysOf(params: ListUsersParams): string[] {
  const emails = [...(params.emails ?? []), ...(params.queryEmail ?? [])];
  return [...(params.ids ?? []), ...new Set(emails.map((email) => email.toLowerCase()))];
}

test("never returns the wrong person, never has two requests in flight for one key, and limits the attempts", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.infiniteStream(fc.record({ ms: fc.nat(4), fault: fc.option(fc.nat(3), { freq: 4 }) })),
      mode,
      fc.uniqueArray(fc.nat(12)),
      async (schedule, luck, how, present) => {
        const all = present.map((n) => person(n));
        const zone = fakeZone(all, how as "filters");
        let requests = 0;

        /** A client whose replies take a while and fail at random, and which ends with its worker. */
        function clientOfWorker(life: { over: boolean }): KeycardClient {
          const inFlight = new Set<string>();
          async function faulty<T>(keys: string[], reply: () => Promise<T>): Promise<T> {
            if (life.over) return new Promise(() => undefined);
            requests += 1;
            for (const key of keys) {
              expect(inFlight.has(key), `${key} is asked for twice at once`).toBe(false);
              inFlight.add(key);
            }
            const { ms, fault } = luck.next().value;
            await new Promise((resolve) => setTimeout(resolve, ms));
            for (const key of keys) inFlight.delete(key);
            const error = fault === null ? undefined : FAULTS[fault];
            return error ? ({ ok: false, error } as T) : reply();
          }
          return {
            ...zone.client,
            listUsers: (id, params, options) =>
              faulty(keysOf(params), () => zone.client.listUsers(id, params, options)),
            retrieveUser: (id, user, options) =>
              faulty([user], () => zone.client.retrieveUser(id, user, options)),
          };
        }

        let life = { over: false };
        let worker: Directory = zone.restart(clientOfWorker(life));
        const asked: Asked[] = [];
        let looks = 0;

        function ask(one: Asked): void {
          looks += 1;
          const mine = life;
          void worker.lookUp(one.query).then((answer) => {
            if (!mine.over) one.answer = answer;
          });
        }

        for (const next of schedule) {
          if ("kill" in next) {
            life.over = true;
            life = { over: false };
            worker = zone.restart(clientOfWorker(life));
            // Cards that still wait reconnect to the new worker.
            for (const one of asked) if (!one.answer) ask(one);
          } else if ("pass" in next) await new Promise((resolve) => setTimeout(resolve, next.pass));
          else {
            const one: Asked = { query: queryOf(next.ask, next.by) };
            asked.push(one);
            ask(one);
          }
        }
        await vi.waitFor(() => expect(asked.every(({ answer }) => answer)).toBe(true), 30_000);

        for (const { query, answer } of asked) {
          const there = all.filter((user: User) => matches(user, query));
          if (answer?.state === "found")
            for (const user of answer.users) expect(there).toContainEqual(user);
          if (answer?.state === "absent") expect(there).toEqual([]);
        }
        // For each lookup at most both list calls, or the list and `retrieve`, each list followed by one without a filter:
        // a second time only if the first one failed.
        expect(requests).toBeLessThanOrEqual(4 * looks);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
