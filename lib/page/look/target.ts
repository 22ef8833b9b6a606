import type { TextRun } from "./text-around.ts";

/** What is pointed at, where the text there names nobody. */
export interface Target {
  /** The innermost element. */
  element: Element;
  /** The text that a reader sees there; absent beside text, in a field and on a picture. */
  run?: TextRun;
}
