import * as z from "zod/mini";
import type { LogEvent } from "../contract/debug-log.ts";
import { MESSAGE_OUTCOMES } from "../contract/message-outcome.ts";
import { REQUESTS } from "../contract/requests.ts";
import { SENDER_CLASSES } from "../contract/sender.ts";
import { CALL_REASONS } from "../failure-reason.ts";
import { REQUEST_KINDS } from "../keycard/request-kind.ts";

/**
 * Everything that the debug log can contain: names that occur in this code, and numbers. No event has room for text, so
 * nothing about a person, a key, a page or a URL gets into it.
 */

const ms = z.number().check(z.gte(0));
const namesOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]];

export const logEvent: z.ZodMiniType<LogEvent> = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("worker-started") }),
  z.strictObject({
    event: z.literal("message"),
    name: z.enum([...namesOf(REQUESTS), "unknown"]),
    from: z.enum(SENDER_CLASSES),
    outcome: z.enum(MESSAGE_OUTCOMES),
  }),
  z.strictObject({
    event: z.literal("look-up"),
    answer: z.enum(["found", "absent", "inconclusive", "failed"]),
    kept: z.boolean(),
    ms,
  }),
  z.strictObject({
    event: z.literal("request"),
    what: z.enum(REQUEST_KINDS),
    status: z.number().check(z.int(), z.gte(0), z.lte(999)),
    ms,
  }),
  z.strictObject({ event: z.literal("call-failed"), why: z.enum(CALL_REASONS) }),
]);
