import { messageWord, number, t } from "../../lib/i18n.ts";
import type { PatternError } from "../../lib/mentions/index.ts";

/** What is wrong with a subject pattern, and what to write instead. */
export function patternErrorText(error: PatternError): string {
  switch (error.why) {
    case "too-long":
    case "too-many":
      return t(`patternError.${messageWord(error.why)}`, { most: number(error.most) });
    case "not-closed":
    case "not-opened":
      return t(`patternError.${messageWord(error.why)}`, {
        open: "{",
        close: "}",
        example: EXAMPLE,
      });
    case "not-ascii":
      return t("patternError.not_ascii", { token: JSON.stringify(error.token) });
    case "no-class":
      return t("patternError.no_class", { token: error.token, classes: error.classes });
    case "bad-count":
      return t("patternError.bad_count", {
        token: error.token,
        most: number(error.most),
        example: EXAMPLE,
      });
    case "too-short":
    case "loose":
      return t(`patternError.${messageWord(error.why)}`, {
        found: number(error.found),
        least: number(error.least),
      });
  }
}

const EXAMPLE = "{hex:24}";
