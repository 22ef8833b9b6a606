import type { Doubt, ZoneRef } from "../../lib/directory/answer.ts";
import { messageWord, number, t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import type { Said } from "../parts/said.ts";
import { inZone } from "../parts/zone-name.ts";

/** The part of the extension that an answer stands in. */
export type Surface = "card" | "popup" | "sidepanel";

/** @param surface only the card and the side panel cannot search by themselves */
export function absentText({ kind }: Query, zone: ZoneRef | undefined, surface: Surface): Said {
  const known = t(`absent.${kind}`, { inZone: inZone(zone) });
  if (kind !== "email") return { known, next: t("absent.checkId") };
  return { known, next: surface === "popup" ? t("absent.searchHere") : t("absent.searchInPopup") };
}

/** @param surface as above */
export function inconclusiveText(
  doubt: Doubt,
  { value }: Pick<Query, "value">,
  surface: Surface,
): Said {
  return {
    known: t(`inconclusive.${messageWord(doubt)}`, { value }),
    next: doubt === "may-be-cut" ? ifCut(value, surface) : t("inconclusive.next"),
  };
}

function ifCut(value: string, surface: Surface): string {
  return surface === "popup"
    ? t("inconclusive.nextIfCutHere", { value })
    : t("inconclusive.nextIfCut", { value });
}

/** A doubt that stands beside users who were found. */
export function doubtText(doubt: Doubt): string {
  return t(`doubt.${messageWord(doubt)}`);
}

/** How many users an answer has, where it has more than one. */
export function sharingText(count: number, { kind }: Query): string {
  const shared = kind === "subject" || kind === "identifier" ? kind : "address";
  return t(`user.sharing.${shared}`, count, [number(count)]);
}
