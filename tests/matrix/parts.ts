import type { Section } from "../../sandbox/pages/matrix/case.ts";
import { MATRIX } from "../../sandbox/pages/matrix/index.ts";

/** Tests that the cases are divided among, because opening the page costs as much as ten cases. */
const PARTS = 4;

export interface Part {
  /** The sections and how many cases each has. */
  title: string;
  cases: Section["cases"];
}

/** The matrix in about equal parts, in order. */
export function partsOfMatrix(): Part[] {
  const parts: Section[][] = Array.from({ length: PARTS }, () => []);
  const total = MATRIX.reduce((sum, { cases }) => sum + cases.length, 0);
  let before = 0;
  for (const section of MATRIX) {
    const middle = before + section.cases.length / 2;
    parts[Math.floor((PARTS * middle) / total)]?.push(section);
    before += section.cases.length;
  }
  return parts.map((sections) => ({
    title: sections.map(({ title, cases }) => `${title} (${cases.length})`).join(", "),
    cases: sections.flatMap(({ cases }) => cases),
  }));
}
