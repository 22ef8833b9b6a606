import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { Similarity, Suggested } from "../../lib/directory/suggested.ts";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { sentences } from "../parts/said.ts";
import { inZone } from "../parts/zone-name.ts";
import { doubtText } from "./answer-texts.ts";

/** Why this user is suggested. */
export function whyText(why: Similarity): string {
  switch (why.kind) {
    case "untagged":
      return t("suggest.why.untagged", { tag: why.tag });
    case "tagged":
      return t("suggest.why.tagged", { tag: why.tag });
    case "domain":
      return t("suggest.why.domain", { domain: why.domain });
    default:
      return t(`suggest.why.${why.kind}`);
  }
}

/** Says that no one is similar, and what was searched for; hedged if not all users could be searched. */
export function nobodySuggestedText(
  { doubt }: Suggested,
  { cut }: Query,
  zone: ZoneRef | undefined,
): string {
  if (doubt) return sentences({ known: t("suggest.noneSeen"), next: doubtText(doubt) });
  const where = { inZone: inZone(zone) };
  return cut ? t("suggest.noneIfCut", where) : t("suggest.none", where);
}
