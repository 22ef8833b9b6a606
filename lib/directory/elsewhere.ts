import * as z from "zod/mini";
import { type Answer, doubt, failure, users, type ZoneRef, zone } from "./answer.ts";

/** Other zones that are asked at the same time for somebody absent here. */
const ZONES_AT_ONCE = 4;

/** Where else somebody is who is absent here. */
export const elsewhere = z.strictObject({
  /** Zones that have the person. */
  hits: z.array(z.strictObject({ zone, users })),
  /** Zones that could not say for certain. */
  unsure: z.array(z.strictObject({ zone, doubt })),
  /** Zones that could not be asked. */
  failed: z.array(z.strictObject({ zone, failure })),
  /** Zones that do not have the person. */
  denied: z.array(zone),
  /** How many zones were asked. */
  asked: z.int(),
  /** The key reads others, which were not asked. */
  more: z.exactOptional(z.literal(true)),
});

export type Elsewhere = z.output<typeof elsewhere>;

/** What looking for somebody in the other zones came to. */
export const elsewhereReply = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("looked"), found: elsewhere }),
  /** The key may not list zones, so the others are not known. */
  z.strictObject({ state: z.literal("unlisted") }),
  z.strictObject({ state: z.literal("failed"), failure }),
]);

export type ElsewhereReply = z.output<typeof elsewhereReply>;

/**
 * Looks somebody up in other zones, ZONES_AT_ONCE at the same time. Every hit and every failure is named with its
 * zone.
 *
 * @param lookUp looks the person up in one of them
 */
export async function lookElsewhere(
  zones: readonly ZoneRef[],
  lookUp: (zone: ZoneRef) => Promise<Answer>,
): Promise<Elsewhere> {
  const found: Elsewhere = { hits: [], unsure: [], failed: [], denied: [], asked: zones.length };
  const waiting = zones.values();

  /** Takes zones until none is left; several of these run side by side. */
  async function work(): Promise<void> {
    for (const zone of waiting) {
      const answer = await lookUp(zone);
      if (answer.state === "found") found.hits.push({ zone, users: answer.users });
      if (answer.state === "absent") found.denied.push(zone);
      if (answer.state === "inconclusive") found.unsure.push({ zone, doubt: answer.doubt });
      if (answer.state === "failed") found.failed.push({ zone, failure: answer.failure });
    }
  }

  await Promise.all(Array.from({ length: ZONES_AT_ONCE }, work));
  return found;
}
