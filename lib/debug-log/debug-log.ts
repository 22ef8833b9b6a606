import * as z from "zod/mini";
import type { DebugLogReading, LogEvent } from "../contract/debug-log.ts";
import { createJobQueue } from "../job-queue.ts";
import type { StorageArea } from "../storage.ts";
import { logEvent } from "./event.ts";

/** Maximum number of events in the debug log; the oldest are removed for new ones. About 50 kB. */
export const DEBUG_LOG_ENTRIES = 500;

/** Where it is stored: session storage, so that it outlives the worker and is gone with the browser. */
export const DEBUG_LOG_KEY = "debug-log";

const count = z.number().check(z.int(), z.gte(0));

const debugLog = z.strictObject({
  /** When it was turned on, ms since the epoch. */
  since: z.number(),
  /** Milliseconds since then, and what happened; oldest first. */
  entries: z.array(z.tuple([z.number(), logEvent])),
  /** How many older ones were removed. */
  dropped: count,
  /** How many events there were in private windows, about which nothing else is recorded. */
  inPrivate: count,
});

/**
 * Records what the background has done, for troubleshooting. Off unless someone turns it on, until the browser closes.
 */
export interface DebugLog {
  /** Does nothing while it is off. */
  note(event: LogEvent): void;
  /** The same for an event in a private window, which is only counted. */
  notePrivate(): void;
  read(): Promise<DebugLogReading>;
  /** Turning it off deletes it. */
  turn(on: boolean): Promise<void>;
  /** Deletes its content, and continues. */
  clear(): Promise<void>;
}

/** @param now ms since the epoch */
export function createDebugLog(area: StorageArea, now: () => number): DebugLog {
  const inTurn = createJobQueue();
  let log: z.output<typeof debugLog> | undefined;
  let isKnown = false;
  const known = area.get(DEBUG_LOG_KEY).then((stored) => {
    log = debugLog.safeParse(stored[DEBUG_LOG_KEY]).data;
    isKnown = true;
  });
  let waiting: Promise<void> | undefined;

  /** Writes the current state when its turn comes, including everything recorded until then. */
  function save(): Promise<void> {
    waiting ??= inTurn(async () => {
      waiting = undefined;
      await (log ? area.set({ [DEBUG_LOG_KEY]: log }) : area.remove(DEBUG_LOG_KEY));
    });
    return waiting;
  }

  /** Changes the log if it is on; at once, unless it hasn't been read yet. */
  function change(changed: (log: z.output<typeof debugLog>) => void): void {
    const carryOut = () => {
      if (!log) return;
      changed(log);
      // What can't be stored is missing from the log, and nothing else.
      void save().catch(() => undefined);
    };
    if (isKnown) carryOut();
    else void known.then(carryOut, () => undefined);
  }

  const begin = () => ({ since: now(), entries: [], dropped: 0, inPrivate: 0 });

  return {
    note(event) {
      const at = now();
      change((on) => {
        const { success, data } = logEvent.safeParse(event);
        if (!success) return;
        on.entries.push([at - on.since, data]);
        if (on.entries.length > DEBUG_LOG_ENTRIES) {
          on.entries.shift();
          on.dropped += 1;
        }
      });
    },
    notePrivate() {
      change((on) => {
        on.inPrivate += 1;
      });
    },
    async read() {
      await known;
      if (!log) return { state: "off" };
      const { entries, dropped, inPrivate } = log;
      return { state: "on", entries, dropped, inPrivate };
    },
    async turn(on) {
      await known;
      log = on ? (log ?? begin()) : undefined;
      await save();
    },
    async clear() {
      await known;
      if (log) log = begin();
      await save();
    },
  };
}
