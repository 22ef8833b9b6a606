import { expect, test } from "vitest";
import { fakeBrowser, settled } from "./fake-browser.ts";
import { followLocking, watchIdleness } from "./lock.ts";

/** A key that is locked at some time, or is not to be. */
function key(dueAt: number | undefined) {
  const asked: string[] = [];
  return {
    asked,
    dueAt,
    lock: async () => void asked.push("lock"),
    async lockIfIdle() {
      asked.push("lockIfIdle");
      return this.dueAt;
    },
  };
}

test("a worker that starts looks whether it is time, and comes back when it would be", async () => {
  const { browser, alarms } = fakeBrowser();
  const connections = key(60_000);
  followLocking(browser, connections);
  await settled();
  expect(connections.asked).toEqual(["lockIfIdle"]);
  expect([...alarms]).toEqual([["lock", 60_000]]);
});

test("at its alarm it looks again: the key may have been used since", async () => {
  const { browser, events, alarms } = fakeBrowser();
  const connections = key(60_000);
  followLocking(browser, connections);
  await settled();
  connections.dueAt = 90_000;
  await events.onAlarm.fire({ name: "lock" });
  await settled();
  expect(connections.asked).toEqual(["lockIfIdle", "lockIfIdle"]);
  expect(alarms.get("lock")).toBe(90_000);
});

test("an alarm that is another's is none of it", async () => {
  const { browser, events } = fakeBrowser();
  const connections = key(60_000);
  followLocking(browser, connections);
  await events.onAlarm.fire({ name: "another" });
  expect(connections.asked).toEqual(["lockIfIdle"]);
});

test("there is no alarm any more where there is nothing to lock", async () => {
  const { browser, alarms } = fakeBrowser();
  await watchIdleness(browser, key(60_000));
  await watchIdleness(browser, key(undefined));
  expect(alarms.size).toBe(0);
});

test("the key is locked with the system, and by nothing less", async () => {
  const { browser, events } = fakeBrowser();
  const connections = key(undefined);
  followLocking(browser, connections);
  for (const state of ["idle", "active"]) await events.onIdle.fire(state);
  expect(connections.asked).toEqual(["lockIfIdle"]);
  await events.onIdle.fire("locked");
  expect(connections.asked).toEqual(["lockIfIdle", "lock"]);
});

test("where the browser does not tell of the system, the time alone counts", async () => {
  const { browser, alarms } = fakeBrowser();
  const { idle: _, ...firefox } = browser;
  followLocking(firefox, key(60_000));
  await settled();
  expect(alarms.get("lock")).toBe(60_000);
});

test("the alarm of a worker that was stopped wakes the next one", async () => {
  const { browser, events, alarms, stopWorker } = fakeBrowser();
  followLocking(browser, key(60_000));
  await settled();
  stopWorker();
  const connections = key(undefined);
  followLocking(browser, connections);
  await events.onAlarm.fire({ name: "lock" });
  await settled();
  expect(connections.asked).toEqual(["lockIfIdle", "lockIfIdle"]);
  expect(alarms.size).toBe(0);
});
