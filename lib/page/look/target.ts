import type { TextRun } from "./text-around.ts";

/** The hovered or focused place, if its text has no mention. */
export interface Target {
  /** The innermost element. */
  element: Element;
  /** The text that a reader sees there; absent next to text, in a field and on a picture. */
  run?: TextRun;
}
