import { expect, test } from "vitest";
import { fakeBrowser, settled } from "./fake-browser.ts";
import { followLocking, watchIdleness } from "./lock.ts";

/** A key that is locked at some time, or never. */
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

test("a worker that starts checks whether it is time, and sets an alarm for when it will be", async () => {
  const { browser, alarms } = fakeBrowser();
  const connections = key(60_000);
  followLocking(browser, connections);
  await settled();
  expect(connections.asked).toEqual(["lockIfIdle"]);
  expect([...alarms]).toEqual([["lock", 60_000]]);
});

test("checks again at its alarm, because the key may have been used since", async () => {
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

test("ignores another alarm", async () => {
  const { browser, events } = fakeBrowser();
  const connections = key(60_000);
  followLocking(browser, connections);
  await events.onAlarm.fire({ name: "another" });
  expect(connections.asked).toEqual(["lockIfIdle"]);
});

test("removes the alarm if there is nothing to lock", async () => {
  const { browser, alarms } = fakeBrowser();
  await watchIdleness(browser, key(60_000));
  await watchIdleness(browser, key(undefined));
  expect(alarms.size).toBe(0);
});

test("locks the key when the system is locked, and only then", async () => {
  const { browser, events } = fakeBrowser();
  const connections = key(undefined);
  followLocking(browser, connections);
  for (const state of ["idle", "active"]) await events.onIdle.fire(state);
  expect(connections.asked).toEqual(["lockIfIdle"]);
  await events.onIdle.fire("locked");
  expect(connections.asked).toEqual(["lockIfIdle", "lock"]);
});

test("uses only the time if the browser doesn't report the system's state", async () => {
  const { browser, alarms } = fakeBrowser();
  const { idle: _, ...firefox } = browser;
  followLocking(firefox, key(60_000));
  await settled();
  expect(alarms.get("lock")).toBe(60_000);
});

test("the alarm of a stopped worker wakes the next one", async () => {
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
