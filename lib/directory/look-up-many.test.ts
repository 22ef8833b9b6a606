import { expect, test } from "vitest";
import { CACHE_FRESH_MS, LOOK_UPS_PER_MESSAGE } from "../limits.ts";
import type { Query } from "../query.ts";
import { fakeZone, NOW, person } from "./fake-zone.ts";
import { lookUpMany } from "./look-up-many.ts";

const ids = (count: number): Query[] =>
  Array.from({ length: count }, (_, n) => ({ kind: "id", value: `user${n}` }));
const people = (count: number) => Array.from({ length: count }, (_, n) => person(n));

test("answers in the order of the queries, with as few requests for IDs as possible", async () => {
  const zone = fakeZone(people(120));
  const queries = [...ids(LOOK_UPS_PER_MESSAGE)].reverse();
  const answers = await lookUpMany(zone.directory, queries, {});
  expect(answers.map((answer) => answer.state === "found" && answer.users[0].id)).toEqual(
    queries.map(({ value }) => value),
  );
  expect(zone.calls).toHaveLength(1);
  await lookUpMany(zone.directory, queries, {});
  expect(zone.calls).toHaveLength(1);
});

test("waits for a newer answer if only an old one is cached, which a person gets at once", async () => {
  const zone = fakeZone(people(2));
  await lookUpMany(zone.directory, ids(2), {});
  zone.pass(CACHE_FRESH_MS);
  const answers = await lookUpMany(zone.directory, ids(2), {});
  expect(answers).toMatchObject([{ asOf: NOW + CACHE_FRESH_MS }, { asOf: NOW + CACHE_FRESH_MS }]);
  expect(zone.calls).toEqual(["list ids user0,user1", "list ids user0,user1"]);
});

test("when it is stopped, sends no further requests, and the answers say so", async () => {
  const zone = fakeZone(people(2));
  const controller = new AbortController();
  const answers = lookUpMany(zone.directory, ids(2), { signal: controller.signal });
  controller.abort();
  expect(await answers).toEqual([
    { state: "failed", failure: { why: "aborted" } },
    { state: "failed", failure: { why: "aborted" } },
  ]);
  await zone.directory.lookUp({ kind: "id", value: "user9" });
  expect(zone.calls).toEqual(["list ids user9", "retrieve user9"]);
});

test("keeps nothing of a private window's list", async () => {
  const zone = fakeZone(people(2));
  await lookUpMany(zone.directory, ids(2), { isPrivate: true });
  expect(Object.keys(await zone.session.get(null))).toEqual([]);
});

test("a person doesn't wait for a list that includes them", async () => {
  const zone = fakeZone(people(2));
  const stuck: (() => void)[] = [];
  const directory = zone.restart({
    ...zone.client,
    async listUsers(...asked) {
      if (stuck.length === 0) await new Promise<void>((go) => stuck.push(go));
      return zone.client.listUsers(...asked);
    },
  });
  const list = lookUpMany(directory, ids(2), {});
  await expect.poll(() => stuck).toHaveLength(1);
  expect(await directory.lookUp({ kind: "id", value: "user1" })).toMatchObject({ state: "found" });
  stuck[0]?.();
  expect(await list).toMatchObject([{ state: "found" }, { state: "found" }]);
});
