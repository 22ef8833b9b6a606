import type { Answer, Doubt, Failure, Users, ZoneRef } from "./answer.ts";

/** Other zones that are asked at the same time for somebody absent here. */
const ZONES_AT_ONCE = 4;

/** Where else somebody is who is absent here. */
export interface Elsewhere {
  /** Zones that have the person. */
  hits: { zone: ZoneRef; users: Users }[];
  /** Zones that could not say for certain. */
  unsure: { zone: ZoneRef; doubt: Doubt }[];
  /** Zones that could not be asked. */
  failed: { zone: ZoneRef; failure: Failure }[];
  /** Zones that do not have the person. */
  denied: ZoneRef[];
  /** How many zones were asked. */
  asked: number;
  /** The key reads others, which were not asked. */
  more?: true;
}

/** What looking for somebody in the other zones came to. */
export type ElsewhereReply =
  | { state: "looked"; found: Elsewhere }
  /** The key may not list zones, so the others are not known. */
  | { state: "unlisted" }
  | { state: "failed"; failure: Failure };

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
