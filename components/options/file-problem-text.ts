import { messageWord, number, t } from "../../lib/i18n.ts";
import {
  HOVER_SHOW_MAX_MS,
  HOVER_SHOW_MIN_MS,
  LOCK_AFTER_MAX_MIN,
  SETTINGS_FILE_MAX_BYTES,
} from "../../lib/limits.ts";
import type { FileField, FileProblem } from "../../lib/settings/settings-file.ts";
import type { Said } from "../parts/said.ts";

/** Why a file is rejected: where in it, what was expected, what to do. */
export function fileProblemText(problem: FileProblem): Said {
  return { known: knownOf(problem), next: t("options.transfer.wrong.next") };
}

function knownOf(problem: FileProblem): string {
  switch (problem.why) {
    case "too-big":
      return t("options.transfer.wrong.too_big", {
        most: number(SETTINGS_FILE_MAX_BYTES / 1024 / 1024),
      });
    case "unknown-key":
      return t("options.transfer.wrong.unknown_key", { key: problem.key });
    case "invalid":
      return t("options.transfer.wrong.invalid", {
        field: `settings.${problem.field}`,
        expected: expected(problem.field),
      });
    default:
      return t(`options.transfer.wrong.${messageWord(problem.why)}`);
  }
}

function expected(field: FileField): string {
  switch (field) {
    case "hoverMs":
      return t("options.transfer.expected.hoverMs", {
        least: number(HOVER_SHOW_MIN_MS),
        most: number(HOVER_SHOW_MAX_MS),
      });
    case "lockAfterMin":
      return t("policy.expected.lockAfterMin", { most: number(LOCK_AFTER_MAX_MIN) });
    case "subjects":
      return t("policy.expected.subjectPatterns");
    case "sites":
    case "marks":
      return t("policy.expected.sitesOn");
    default:
      return t(`options.transfer.expected.${field}`);
  }
}
