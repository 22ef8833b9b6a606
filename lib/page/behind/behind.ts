import type { SubjectPattern } from "../../mentions/index.ts";
import type { Found } from "../found.ts";
import type { Pointed } from "../look/pointed.ts";
import { mentionOfLabels } from "./labels.ts";

/** Left by page-behind.js in the content scripts' own world: finds who is behind what names nobody in its text. */
export interface BehindPart {
  /** Whom what is pointed at, or has the focus, stands for. */
  of(pointed: Pointed, patterns: readonly SubjectPattern[]): Found | undefined;
}

declare global {
  var keycardLookupBehind: BehindPart | undefined;
}

export const BEHIND: BehindPart = {
  of: ({ element }, patterns) => mentionOfLabels(element, patterns),
};
