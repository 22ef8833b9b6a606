import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import { number, t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import type { Said } from "../parts/said.ts";
import { zoneName } from "../parts/zone-name.ts";
import { inconclusiveText } from "./answer-texts.ts";
import { failureText } from "./failure-text.ts";

/** What is to say of the other zones, beside those that have the person: a sentence for each, or for all. */
export function otherZonesText(
  reply: Exclude<ElsewhereReply, { state: "failed" }>,
  query: Query,
): string[] {
  if (reply.state === "unlisted") return [t("otherZones.unlisted")];
  const { hits, unsure, failed, asked, more = false } = reply.found;
  const of = (zone: ZoneRef, { known }: Said) =>
    t("otherZones.said", { zone: zoneName(zone), known });
  return [
    ...(hits.length === 0 ? nowhereText(asked, unsure.length + failed.length, more) : []),
    ...(more ? [goesOnText(asked)] : []),
    ...unsure.map(({ zone, doubt }) => of(zone, inconclusiveText(doubt, query))),
    ...failed.map(({ zone, failure }) => of(zone, failureText(failure))),
  ];
}

/** @param asked of zones that this key reads */
function goesOnText(asked: number): string {
  return asked === 0
    ? t("otherZones.noneAsked")
    : t("otherZones.askedOfMore", asked, [number(asked)]);
}

/**
 * @param unknown how many of the zones asked could not tell: of them nothing is claimed
 * @param more there are zones that were not asked: nothing is claimed of all
 */
function nowhereText(asked: number, unknown: number, more: boolean): string[] {
  if (asked === 0) return more ? [] : [t("otherZones.noOther")];
  if (asked === unknown) return [];
  const certain = asked - unknown;
  return [
    unknown === 0 && !more
      ? t("otherZones.inNone", asked, [number(asked)])
      : t("otherZones.notIn", certain, [number(certain)]),
  ];
}
