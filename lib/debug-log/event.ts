import * as z from "zod/mini";
import type { CallError } from "../directory/traffic/traffic.ts";
import { REQUEST_KINDS } from "../keycard/request-kind.ts";
import { REQUESTS, type RequestName } from "../messages/requests.ts";
import { MESSAGE_OUTCOMES } from "../messages/router.ts";
import { SENDER_CLASSES } from "../messages/sender.ts";

/**
 * All that the debug log can say: names that stand in this code, and numbers. No event has room for a text, so nothing
 * of a person, a key, a page or an address gets into it.
 */

const CALL_ERRORS = {
  "bad-request": true,
  unauthorized: true,
  forbidden: true,
  "not-found": true,
  "rate-limited": true,
  server: true,
  "unexpected-status": true,
  network: true,
  timeout: true,
  "invalid-reply": true,
  "invalid-request": true,
  "key-expired": true,
  aborted: true,
  offline: true,
  "not-allowed": true,
  limited: true,
  resting: true,
} as const satisfies Record<CallError["kind"], true>;

const ms = z.number().check(z.gte(0));
const namesOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]];

export const logEvent = z.discriminatedUnion("event", [
  /** The worker was woken, or the extension was just loaded. */
  z.strictObject({ event: z.literal("worker-started") }),
  /** A message reached the background. */
  z.strictObject({
    event: z.literal("message"),
    name: z.enum([...namesOf<RequestName>(REQUESTS), "unknown"]),
    from: z.enum(SENDER_CLASSES),
    outcome: z.enum(MESSAGE_OUTCOMES),
  }),
  /** Somebody was looked up. `kept`: the answer came from the cache. */
  z.strictObject({
    event: z.literal("look-up"),
    answer: z.enum(["found", "absent", "inconclusive", "failed"]),
    kept: z.boolean(),
    ms,
  }),
  /** A request to the API has ended; a retry is one of its own. `status` is 0 where no reply came. */
  z.strictObject({
    event: z.literal("request"),
    what: z.enum(REQUEST_KINDS),
    status: z.number().check(z.int(), z.gte(0), z.lte(999)),
    ms,
  }),
  /** A call was given up, after all its requests or before any. */
  z.strictObject({ event: z.literal("call-failed"), why: z.enum(namesOf(CALL_ERRORS)) }),
]);

export type LogEvent = z.output<typeof logEvent>;
