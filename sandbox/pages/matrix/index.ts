import { BESIDE } from "./beside.ts";
import type { Section } from "./case.ts";
import { DRAWINGS } from "./drawings.ts";
import { FIELDS } from "./fields.ts";
import { FRAMES } from "./frames.ts";
import { LABELS } from "./labels.ts";
import { LAYERS } from "./layers.ts";
import { DIRECTIONS, LENGTHS, LINES } from "./layout.ts";
import { SHADOW } from "./shadow.ts";
import { WORDS } from "./words.ts";

/** Every case of the matrix, in the order of the page. */
export const MATRIX: readonly Section[] = [
  WORDS,
  BESIDE,
  LABELS,
  FIELDS,
  SHADOW,
  FRAMES,
  LAYERS,
  DIRECTIONS,
  LINES,
  DRAWINGS,
  LENGTHS,
];
