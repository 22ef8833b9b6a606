import type { Narrowed } from "../../lib/contract/narrowed.ts";
import type { Doubt } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { doubtText } from "../answer/answer-texts.ts";
import type { Said } from "../parts/said.ts";
import { inZone } from "../parts/zone-name.ts";
import type { FoundNobody } from "./nobody-text.ts";

/** Says that no one has a role or is in a group, and matches the text, if any (docs/certainty.md). */
export function nobodyNarrowed(
  { kind, name }: Narrowed,
  { text, zone }: Pick<FoundNobody, "text" | "zone">,
): Said {
  const names = { inZone: inZone(zone), name };
  const known =
    text === ""
      ? t(`narrow.nobody.${kind}`, names)
      : t(`narrow.nobodyWith.${kind}`, { ...names, text });
  return { known, next: kind === "roles" ? t("narrow.notThroughGroups") : t("narrow.nextOfGroup") };
}

/** Says that it can't be determined. */
export function unsureNarrowed({ kind, name }: Narrowed, doubt: Doubt): Said {
  return {
    known: t(`narrow.unsure.${kind}`, { name }),
    next: doubt === "not-askable" ? t("narrow.notAskable") : doubtText(doubt),
  };
}
