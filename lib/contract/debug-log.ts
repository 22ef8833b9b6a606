import type { Answer } from "../directory/answer.ts";
import type { CallReason } from "../failure-reason.ts";
import type { RequestKind } from "../keycard/request-kind.ts";
import type { MessageOutcome } from "./message-outcome.ts";
import type { SenderClass } from "./sender.ts";

/** What the debug log records; lib/debug-log/event.ts allows only names that occur in the code. */
export type LogEvent =
  /** The worker was started, or the extension was just loaded. */
  | { event: "worker-started" }
  /** A message reached the background. `name`: as in REQUESTS, or "unknown". */
  | { event: "message"; name: string; from: SenderClass; outcome: MessageOutcome }
  /** Someone was looked up. `kept`: the answer came from the cache. */
  | { event: "look-up"; answer: Answer["state"]; kept: boolean; ms: number }
  /** A request to the API has ended; each retry is a request of its own. `status` is 0 if no reply came. */
  | { event: "request"; what: RequestKind; status: number; ms: number }
  /** A call has failed, after all its requests or before any. */
  | { event: "call-failed"; why: CallReason };

export interface DebugLogEntries {
  /** Milliseconds since it was turned on, and what happened; oldest first. */
  entries: [ms: number, event: LogEvent][];
  /** How many older ones were removed. */
  dropped: number;
  /** How many events there were in private windows, about which nothing else is recorded. */
  inPrivate: number;
}

/** What the options show of it. */
export type DebugLogReading = { state: "off" } | ({ state: "on" } & DebugLogEntries);
