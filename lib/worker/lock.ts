import type { Connections } from "../connection/connection.ts";
import type { WorkerBrowser } from "./browser.ts";

const ALARM = "lock";

/**
 * Locks a key that has a passphrase when nobody has used it for the set time, and in Chromium with the system. (The
 * time is looked at for every use too: an alarm may come late.) Registers listeners; call it at the worker's start.
 */
export function followLocking(
  browser: Pick<WorkerBrowser, "alarms" | "idle">,
  connections: Pick<Connections, "lock" | "lockIfIdle">,
): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void watchIdleness(browser, connections);
  });
  // Firefox never reports a locked system, and is not asked for the permission.
  browser.idle?.onStateChanged.addListener((state) => {
    if (state === "locked") void connections.lock();
  });
  void watchIdleness(browser, connections);
}

/** Locks the key if it is time, and else comes back when it would be. */
export async function watchIdleness(
  { alarms }: Pick<WorkerBrowser, "alarms">,
  connections: Pick<Connections, "lockIfIdle">,
): Promise<void> {
  const dueAt = await connections.lockIfIdle();
  if (dueAt === undefined) await alarms.clear(ALARM);
  else await alarms.create(ALARM, { when: dueAt });
}
