import type { Searched, ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { Said } from "../parts/said.ts";
import { inZone } from "../parts/zone-name.ts";
import { wordsText } from "./name-text.ts";

/** A search that has found nobody. */
export interface FoundNobody {
  text: string;
  zone: ZoneRef | undefined;
  /** What was looked at. */
  searched: readonly Searched[] | undefined;
  /** The words of a name, any of which an address was to have. */
  words?: readonly string[] | undefined;
}

/** A text of this shape is an ID, as far as seen in the wild. */
const WHOLE_ID = /^[0-9a-z]{26}$/;

/** That nobody has it, and in what: no more than was looked at (docs/certainty.md). */
export function nobodyText({ text, zone, searched, words }: FoundNobody): Said {
  if (words)
    return {
      known: t("popup.name.absent.known", { inZone: inZone(zone), words: wordsText(words) }),
      next: t("popup.name.absent.next"),
    };
  const looked = searched ?? (WHOLE_ID.test(text) ? ["id"] : []);
  const asId = looked.includes("id");
  const asIdentifier = looked.includes("identifier");
  const name = asId
    ? asIdentifier
      ? "orIdOrIdentifier"
      : "orId"
    : asIdentifier
      ? "orIdentifier"
      : "known";
  return {
    known: t(`popup.absent.${name}`, { inZone: inZone(zone), text }),
    // Many a word is looked up as an ID too, which does not make it one.
    next: WHOLE_ID.test(text) ? t("popup.absent.nextOfWhole") : t("popup.absent.next"),
  };
}
