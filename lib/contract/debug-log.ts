import type { Answer } from "../directory/answer.ts";
import type { CallReason } from "../failure-reason.ts";
import type { RequestKind } from "../keycard/request-kind.ts";
import type { MessageOutcome } from "./message-outcome.ts";
import type { SenderClass } from "./sender.ts";

/** What the debug log says of a moment; lib/debug-log/event.ts keeps to names that stand in the code. */
export type LogEvent =
  /** The worker was woken, or the extension was just loaded. */
  | { event: "worker-started" }
  /** A message reached the background. `name`: as in REQUESTS, or "unknown". */
  | { event: "message"; name: string; from: SenderClass; outcome: MessageOutcome }
  /** Somebody was looked up. `kept`: the answer came from the cache. */
  | { event: "look-up"; answer: Answer["state"]; kept: boolean; ms: number }
  /** A request to the API has ended; a retry is one of its own. `status` is 0 where no reply came. */
  | { event: "request"; what: RequestKind; status: number; ms: number }
  /** A call was given up, after all its requests or before any. */
  | { event: "call-failed"; why: CallReason };

export interface DebugLogEntries {
  /** Milliseconds since it was turned on, and what happened; the oldest first. */
  entries: [ms: number, event: LogEvent][];
  /** How many older ones have made room. */
  dropped: number;
  /** How much has happened in private windows: of these, nothing more is told. */
  inPrivate: number;
}

/** What the options show of it. */
export type DebugLogReading = { state: "off" } | ({ state: "on" } & DebugLogEntries);
