import type { Searched, ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { Said } from "../parts/said.ts";
import { inZone } from "../parts/zone-name.ts";
import { wordsText } from "./name-text.ts";

/** A search that has found no one. */
export interface FoundNobody {
  text: string;
  zone: ZoneRef | undefined;
  /** What was searched. */
  searched: readonly Searched[] | undefined;
  /** The words of a name, any of which could have been in an address. */
  words?: readonly string[] | undefined;
}

/** A text of this shape is an ID, judging by those seen in practice. */
const WHOLE_ID = /^[0-9a-z]{26}$/;

/** Says that no one matches, and what was searched: no more than was really searched (docs/certainty.md). */
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
    // Many words are looked up as an ID too, which doesn't make them one.
    next: WHOLE_ID.test(text) ? t("popup.absent.nextOfWhole") : t("popup.absent.next"),
  };
}
