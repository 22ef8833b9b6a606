import { parseSubjectPattern } from "./mentions/index.ts";

/** Some letters and a row of digits, such as `E-1042`, `EMP00123` or `k.0042`: the usual form of employee numbers. */
const EMPLOYEE_NUMBER = /(?<![^\s,;|"'])[A-Za-z]{1,8}[-_.]?\d{3,12}(?![^\s,;|"'])/;

/** An apparent identifier in a line, and the template that matches it and others of its form. */
export interface IdentifierShape {
  example: string;
  template: string;
}

/**
 * Finds an apparent identifier of someone in an organization in a line, and the subject pattern of such identifiers
 * (mentions/subject-template.ts).
 *
 * @returns undefined if there is none, or it is so short that the pattern would match ordinary words
 */
export function identifierShape(line: string): IdentifierShape | undefined {
  const example = EMPLOYEE_NUMBER.exec(line)?.[0];
  if (example === undefined) return undefined;
  const template = `identifier: ${example.replace(/\d+$/, ({ length }) => `{digit:${length}}`)}`;
  return "error" in parseSubjectPattern(template) ? undefined : { example, template };
}
