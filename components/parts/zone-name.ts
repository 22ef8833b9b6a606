import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { clipped } from "./unseen.ts";

/** Characters of a zone's name that a sentence has room for. */
const ZONE_NAME_MAX_CHARS = 100;

/** A zone's name as people know it. */
export function zoneName(zone: ZoneRef): string {
  return clipped(zone.name ?? zone.slug ?? zone.id, ZONE_NAME_MAX_CHARS);
}

/** A part of a sentence: `in zone Production`. */
export function inZone(zone: ZoneRef | undefined): string {
  return zone ? t("zone.named", { zone: zoneName(zone) }) : t("zone.this");
}
