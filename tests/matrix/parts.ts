import type { Section } from "../../sandbox/pages/matrix/case.ts";
import { MATRIX } from "../../sandbox/pages/matrix/index.ts";
import { slug } from "../../sandbox/pages/matrix/page.ts";

/** Tests that the cases are divided among: each opens a page with some of the sections. */
const PARTS = 4;

export interface Part {
  /** The sections and how many cases each has. */
  title: string;
  /** The path of a page with these sections. */
  path: string;
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
    path: pathOf(sections),
    cases: sections.flatMap(({ cases }) => cases),
  }));
}

/** The path of a page with the sections that contain these cases. */
export function pathWith(names: readonly string[]): string {
  return pathOf(MATRIX.filter(({ cases }) => cases.some(({ name }) => names.includes(name))));
}

/** The whole page, with all its frames, costs several times as much. */
function pathOf(sections: readonly Section[]): string {
  return `/matrix?${sections.map(({ title }) => `section=${slug(title)}`).join("&")}`;
}
