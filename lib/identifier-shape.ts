import { parseSubjectPattern } from "./mentions/index.ts";

/** Some letters and a row of digits, such as `E-1042`, `EMP00123` or `k.0042`: so employee numbers are written. */
const EMPLOYEE_NUMBER = /(?<![^\s,;|"'])[A-Za-z]{1,8}[-_.]?\d{3,12}(?![^\s,;|"'])/;

/** What looks like an identifier in a line, and the template that fits it and its like. */
export interface IdentifierShape {
  example: string;
  template: string;
}

/**
 * What in a line looks like somebody's identifier in an organization, as a subject pattern of such identifiers
 * (mentions/subject-template.ts).
 *
 * @returns undefined where nothing does, or it is so short that the pattern would fit ordinary words
 */
export function identifierShape(line: string): IdentifierShape | undefined {
  const example = EMPLOYEE_NUMBER.exec(line)?.[0];
  if (example === undefined) return undefined;
  const template = `identifier: ${example.replace(/\d+$/, ({ length }) => `{digit:${length}}`)}`;
  return "error" in parseSubjectPattern(template) ? undefined : { example, template };
}
