import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { Elsewhere, ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import { list, number, t } from "../../lib/i18n.ts";
import { zoneName } from "../parts/zone-name.ts";
import { failureText } from "./failure-text.ts";

/** @param here the zone in which the person is absent; undefined if that is already said */
export function foundElsewhereText(zone: ZoneRef, here: ZoneRef | undefined): string {
  return here
    ? t("elsewhere.notHere", { here: zoneName(here), zone: zoneName(zone) })
    : t("elsewhere.foundIn", { zone: zoneName(zone) });
}

/** What to say about the other zones, besides those that have the person: one sentence each, or one for all. */
export function otherZonesText(reply: Exclude<ElsewhereReply, { state: "failed" }>): string[] {
  if (reply.state === "unlisted") return [t("otherZones.unlisted")];
  const { unsure, failed, denied, asked, more = false } = reply.found;
  return [
    ...(asked === 0 && !more ? [t("otherZones.noOther")] : []),
    ...(denied.length > 0 ? [t("otherZones.notFoundIn", { zones: namesOf(denied) })] : []),
    ...(unsure.length > 0
      ? [t("otherZones.cannotTell", { zones: namesOf(unsure.map(({ zone }) => zone)) })]
      : []),
    ...failed.map(notAskedText),
    ...(more ? [goesOnText(asked)] : []),
  ];
}

function notAskedText({ zone, failure }: Elsewhere["failed"][number]): string {
  const first = t("otherZones.cannotTell", { zones: zoneName(zone) });
  return t("sentences", { first, second: failureText(failure).known });
}

/** Zones that are named: about two lines of the card. The rest are counted. */
const NAMED_MAX = 5;

function namesOf(zones: readonly ZoneRef[]): string {
  const named = zones.length <= NAMED_MAX + 1 ? zones : zones.slice(0, NAMED_MAX);
  const names = list(named.map(zoneName));
  const more = zones.length - named.length;
  return more === 0 ? names : t("otherZones.andMore", { zones: names, more: number(more) });
}

/** @param asked number of zones that this key can read */
function goesOnText(asked: number): string {
  return asked === 0
    ? t("otherZones.noneAsked")
    : t("otherZones.askedOfMore", asked, [number(asked)]);
}
