import type { Connections } from "../connection/connection.ts";
import type { WorkerBrowser } from "./browser.ts";

const ALARM = "lock";

/**
 * Locks a key that has a passphrase when no one has used it for the set time and, in Chromium, when the system is
 * locked. (The time is also checked before every use, because an alarm may be late.) Registers listeners; call it when
 * the worker starts.
 */
export function followLocking(
  browser: Pick<WorkerBrowser, "alarms" | "idle">,
  connections: Pick<Connections, "lock" | "lockIfIdle">,
): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void watchIdleness(browser, connections);
  });
  // Firefox never reports a locked system, so the permission isn't requested there.
  browser.idle?.onStateChanged.addListener((state) => {
    if (state === "locked") void connections.lock();
  });
  void watchIdleness(browser, connections);
}

/** Locks the key if it is time, or else sets an alarm for when it will be. */
export async function watchIdleness(
  { alarms }: Pick<WorkerBrowser, "alarms">,
  connections: Pick<Connections, "lockIfIdle">,
): Promise<void> {
  const dueAt = await connections.lockIfIdle();
  if (dueAt === undefined) await alarms.clear(ALARM);
  else await alarms.create(ALARM, { when: dueAt });
}
