import { number, t } from "../../lib/i18n.ts";
import { SUBJECT_PATTERNS_MAX, TEMPLATE_MAX_CHARS } from "../../lib/limits.ts";
import type { PatternError } from "../../lib/mentions/index.ts";
import { patternErrorText } from "./pattern-error-text.ts";

/** A pattern in the text. */
export interface PatternLine {
  template: string;
  /** Counts from 1. */
  line: number;
}

export interface LineError extends PatternLine {
  message: string;
}

/** The patterns of a text, one per line; empty lines are skipped. */
export function patternLines(text: string): PatternLine[] {
  return text.split(/\r?\n/).flatMap((written, place) => {
    const template = written.trim();
    return template === "" ? [] : [{ template, line: place + 1 }];
  });
}

/** What exceeds the limits of the settings. */
export function oversized(lines: readonly PatternLine[]): LineError[] {
  return lines.flatMap((line, place) => {
    if (place >= SUBJECT_PATTERNS_MAX)
      return [
        { ...line, message: t("options.subjects.tooMany", { most: number(SUBJECT_PATTERNS_MAX) }) },
      ];
    return line.template.length > TEMPLATE_MAX_CHARS
      ? [{ ...line, message: t("options.subjects.tooLong", { most: number(TEMPLATE_MAX_CHARS) }) }]
      : [];
  });
}

/** Errors of templates at their current lines; corrected templates have none. */
export function errorsAtLines(
  errors: readonly { template: string; error: PatternError }[],
  lines: readonly PatternLine[],
): LineError[] {
  const known = new Map(errors.map(({ template, error }) => [template, error]));
  return lines.flatMap((line) => {
    const error = known.get(line.template);
    return error === undefined ? [] : [{ ...line, message: patternErrorText(error) }];
  });
}
