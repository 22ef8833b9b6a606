import { ask } from "../messages/ask.ts";
import type { DebugLogReading } from "./debug-log.ts";

/** The debug log as the options see it; apart from the rest of the background, which popup and side panel carry too. */
export interface DebugLogApi {
  read(): Promise<DebugLogReading>;
  /** Turning it off deletes it. */
  turn(on: boolean): Promise<void>;
  /** Deletes what is in it, and goes on. */
  clear(): Promise<void>;
}

export const debugLog: DebugLogApi = {
  read: () => ask({ type: "debug-log" }),
  turn: (on) => ask({ type: "turn-debug-log", on }),
  clear: () => ask({ type: "clear-debug-log" }),
};
