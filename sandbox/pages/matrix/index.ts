import { BESIDE } from "./beside.ts";
import { CARRIERS } from "./carriers.ts";
import type { Section } from "./case.ts";
import { CUT } from "./cut.ts";
import { DRAWINGS } from "./drawings.ts";
import { FIELDS } from "./fields.ts";
import { FRAMES } from "./frames.ts";
import { GROUPS } from "./groups.ts";
import { LABELS } from "./labels.ts";
import { LAYERS } from "./layers.ts";
import { DIRECTIONS, LENGTHS, LINES } from "./layout.ts";
import { MENUS } from "./menus.ts";
import { PERSON_LINKS } from "./person-links.ts";
import { SEAMS } from "./seams.ts";
import { SEEN } from "./seen.ts";
import { SHADOW } from "./shadow.ts";
import { TOOLTIPS } from "./tooltips.ts";
import { WORDS } from "./words.ts";
import { WRITTEN } from "./written.ts";

/** Every case of the matrix, in the order of the page. */
export const MATRIX: readonly Section[] = [
  WORDS,
  SEAMS,
  SEEN,
  WRITTEN,
  CUT,
  BESIDE,
  LABELS,
  TOOLTIPS,
  CARRIERS,
  PERSON_LINKS,
  GROUPS,
  FIELDS,
  SHADOW,
  FRAMES,
  LAYERS,
  MENUS,
  DIRECTIONS,
  LINES,
  DRAWINGS,
  LENGTHS,
];
