import type { Doubt, ZoneRef } from "../../lib/directory/answer.ts";
import { messageWord, number, t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import type { Said } from "../parts/said.ts";
import { inZone } from "../parts/zone-name.ts";

export function absentText({ kind }: Query, zone: ZoneRef | undefined): Said {
  const known = t(`absent.${kind}`, { inZone: inZone(zone) });
  return { known, next: kind === "email" ? t("absent.lead") : t("absent.checkId") };
}

export function inconclusiveText(doubt: Doubt, { value }: Pick<Query, "value">): Said {
  return {
    known: t(`inconclusive.${messageWord(doubt)}`, { value }),
    next: nextAfter(doubt),
  };
}

function nextAfter(doubt: Doubt): string {
  if (doubt === "may-be-cut") return t("inconclusive.leadIfCut");
  return doubt === "not-allowed" ? t("inconclusive.nextByEmail") : t("inconclusive.next");
}

/** A doubt that is shown next to users who were found. */
export function doubtText(doubt: Doubt): string {
  return t(`doubt.${messageWord(doubt)}`);
}

/** The number of users in an answer, if there are several. */
export function sharingText(count: number, { kind }: Query): string {
  const shared = kind === "subject" || kind === "identifier" ? kind : "address";
  return t(`user.sharing.${shared}`, count, [number(count)]);
}
