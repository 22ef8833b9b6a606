import type { Answer, Doubt, Failure, Users, ZoneRef } from "./answer.ts";

/** How many other zones are asked at the same time for someone who is absent here. */
const ZONES_AT_ONCE = 4;

/** Other zones that have someone who is absent here. */
export interface Elsewhere {
  /** Zones that have the person. */
  hits: { zone: ZoneRef; users: Users }[];
  /** Zones that couldn't say for certain. */
  unsure: { zone: ZoneRef; doubt: Doubt }[];
  /** Zones that couldn't be asked. */
  failed: { zone: ZoneRef; failure: Failure }[];
  /** Zones that don't have the person. */
  denied: ZoneRef[];
  /** How many zones were asked. */
  asked: number;
  /** The key can read more zones, which weren't asked. */
  more?: true;
}

/** The result of searching other zones. */
export type ElsewhereReply =
  | { state: "looked"; found: Elsewhere }
  /** The key can't list zones, so the others aren't known. */
  | { state: "unlisted" }
  | { state: "failed"; failure: Failure };

/**
 * Looks someone up in other zones, ZONES_AT_ONCE at the same time. Every hit and every failure is listed with its zone.
 *
 * @param lookUp looks the person up in one zone
 */
export async function lookElsewhere(
  zones: readonly ZoneRef[],
  lookUp: (zone: ZoneRef) => Promise<Answer>,
): Promise<Elsewhere> {
  const found: Elsewhere = { hits: [], unsure: [], failed: [], denied: [], asked: zones.length };
  const waiting = zones.values();

  /** Processes zones until none is left. Several of these run concurrently. */
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
